package main

import "fmt"

type P struct {
	x, y int
	next *P
}

var log []string

func tr(s string, n int) int { log = append(log, s); return n }
func ptr(s string, p *P) *P  { log = append(log, s); return p }

func main() {
	i, x := 1, []int{1, 2, 3}
	i, x[i] = 1, 2
	fmt.Println(i, x)
	i = 0
	x[i], i = 2, 1
	fmt.Println(i, x)
	x[0], x[0] = 1, 2
	x[1], x[2] = 4, 5
	fmt.Println(x)
	p := &P{x: 1}
	p.next = &P{x: 2}
	p, p.next, p.next.next = p.next, p, p
	fmt.Println(p.x, p.next == nil)
	list := &P{1, 0, &P{2, 0, &P{3, 0, nil}}}
	var prev *P
	for list != nil {
		list.next, prev, list = prev, list, list.next
	}
	for n := prev; n != nil; n = n.next {
		fmt.Print(n.x, " ")
	}
	fmt.Println()
	a, b, c := 1, 2, 3
	a, b, c = c, a, b
	a, b = b, a
	fmt.Println(a, b, c)
	var u8 uint8 = 250
	u8 += 10
	u8 -= 20
	u8 *= 3
	u8 /= 7
	u8 %= 20
	u8 <<= 5
	u8 |= 3
	u8 &^= 1
	u8 ^= 0xff
	u8 >>= 1
	u8 &= 0x7e
	fmt.Println(u8)
	s, f, z := "a", 1.5, 1i
	s += "b" + s
	f *= f
	f -= 1 << 2
	z *= z + 1
	z /= 2
	fmt.Println(s, f, z)
	m := map[string][]int{}
	m["a"] = append(m["a"], 1)
	m["a"][0]++
	m["a"][0] <<= 3
	n := map[string]int{}
	n["x"]++
	n["x"] += 5
	n["y"] -= 2
	n["z"] |= 6
	arr := [2]map[int]struct{ v int }{1: {}}
	arr[1][4] = struct{ v int }{5}
	fmt.Println(m, n, arr)
	x[tr("i", 0)] += tr("v", 10)
	x[tr("l1", 0)], x[tr("l2", 1)] = tr("r1", 7), tr("r2", 8)
	ptr("p1", p).x, ptr("p2", p).y = tr("v1", 1), tr("v2", 2)
	*(&x[tr("addr", 2)]) = tr("val", 9)
	fmt.Println(x, *p == P{1, 2, p.next}, log)
	_, _ = tr("blank1", 1), tr("blank2", 2)
	_ = x[tr("idx", 0)]
	fmt.Println(log[len(log)-3:])
	var e any
	e, ok := e.(int)
	fmt.Println(e, ok)
	e, ok = n["x"]
	fmt.Println(e, ok)
	var st struct {
		a [2]struct{ b []int }
		p *P
	}
	st.a[1].b = []int{1, 2}
	st.a[0] = st.a[1]
	st.a[0].b[1] = 20
	st.p = &P{}
	st.p.x, (*st.p).y = 3, 4
	q := st
	q.p.x, q.a[1].b = 30, nil
	fmt.Println(st.a, st.p.x, q.a)
	func() {
		defer func() { fmt.Println(recover(), x, i) }()
		var np *P
		i, np.x, x[0] = 100, 1, 200
	}()
	func() {
		defer func() { fmt.Println(recover(), x) }()
		x[0], x[5] = 300, 1
	}()
	func() {
		defer func() { fmt.Println(recover(), x) }()
		var nm map[int]int
		x[1], nm[tr("k", 0)], x[2] = 400, 1, 500
	}()
	j := 0
	j, k := tr("new", 5), j
	fmt.Println(j, k)
	var iface interface{ Get() int }
	iface, v := G(3), 4
	fmt.Println(iface.Get(), v)
	(x[0]), (i) = 1, (2)
	x[0]++
	(*p).x--
	p.y++
	n["inc"]--
	f++
	z--
	fmt.Println(x[0], i, p.x, p.y, n["inc"], f, z)
}

type G int

func (g G) Get() int { return int(g) }
