package main

import "fmt"

type T struct{ x, y int }
type B struct{ p *int }

func (t T) Val(n int) int   { return t.x*100 + n }
func (t *T) Ptr(n int) int  { return t.x*100 + n }

func two(a, b any) string { return fmt.Sprint(a, b) }

var gs = T{1, 2}

func main() {
	i := 0
	s := []int{0, 0, 0, 0}
	f := func() int { i++; return i }
	s[i] = f()
	fmt.Println(s)
	i = 0
	s[i], s[i+1] = f(), f()
	fmt.Println(s)
	x := 1
	g := func() int { x *= 10; return 1 }
	x += g()
	fmt.Println(x)
	x = x + g()
	fmt.Println(x)
	x = g() + x
	fmt.Println(x)
	p := &T{1, 2}
	q := p
	h := func() int { p = &T{5, 6}; return 9 }
	p.x = h()
	fmt.Println(*p, *q)
	m := map[int]int{}
	i = 0
	m[i] = f()
	m[i] += f()
	fmt.Println(m)
	t := T{1, 2}
	k := func() int { t.x++; return t.x }
	fmt.Println(t.Val(k()), t.Ptr(k()), T.Val(t, k()))
	c := make(chan int, 5)
	d := c
	mk := func() int { c = make(chan int, 5); return 3 }
	c <- mk()
	fmt.Println(len(c), len(d))
	var e any = 1
	ee := func() int { e = "s"; return 1 }
	fmt.Println(e, ee(), e == ee())
	b := true
	bf := func() bool { b = !b; return b }
	fmt.Println(b, bf(), b && bf(), b || bf(), !b, b == bf())
	u8 := uint8(1)
	uf := func() int { u8++; return int(u8) }
	fmt.Println(u8, uf(), two(u8, uf()))
	c128 := complex(1, 2)
	cf := func() int { c128 *= 2; return 1 }
	fmt.Println(c128, cf(), real(c128), cf(), imag(c128))
	gf := func() int { gs.x++; return gs.x }
	fmt.Println(gs, gf(), gs.x, gf(), &gs, gf())
	sl := []int{1, 2, 3, 4}
	sf := func() int { sl = sl[1:]; return len(sl) }
	fmt.Println(sl[1:], sf(), sl[0], sf(), sl)
	st := "abc"
	stf := func() string { st += "d"; return st }
	fmt.Println(st[1:], stf(), []byte(st), stf(), string(st[0]), st+"x", stf(), st < stf())
	fn := func() int { return 1 }
	ff := func() int { fn = func() int { return 2 }; return 0 }
	fmt.Println(fn(), ff(), fn())
	fmt.Println(add(fn, ff()))
	ps := &sl
	fmt.Println((*ps)[0], sf(), len(*ps))
	arr := [3]int{1, 2, 3}
	af := func() int { arr[0]++; i = 2; return arr[0] }
	i = 0
	fmt.Println(arr, af(), arr[i], len(arr), arr == [3]int{af(), 2, 3})
	y := []T{{x: x, y: g()}, {g(), x}}
	fmt.Println(y)
	pt := &t
	ptf := func() int { pt = &T{50, 60}; return 1 }
	fmt.Println(pt.x, ptf(), pt.Val(ptf()), pt.y)
	if w := x; w == x+g()-1 {
		fmt.Println("eq")
	}
	switch x {
	case g():
	case x:
		fmt.Println("case")
	}
	for r := x; r < x+g(); r += 1000000 {
		fmt.Println("loop")
		break
	}
	defer fmt.Println(x, g(), x)
	go func(a, b int) {}(x, g())
	clo := func() int { return x }
	fmt.Println(clo(), g(), x)
}

func add(f func() int, n int) int { return f() + n }
