package main

import "fmt"

type T1 struct{ p [2]*T1 }
type Grid [3][4]int
type Fn [2]func([3]Fn2)
type Fn2 *[1]Fn2

const N = 3

func set(a [N]int) [N]int { a[0] = 99; return a }
func setp(a *[N]int)      { a[0] = 99 }

func (g Grid) With(i, j, v int) Grid { g[i][j] = v; return g }
func (g *Grid) Set(i, j, v int)      { g[i][j] = v }

func main() {
	var a [32]byte
	var b [2 * N]struct{ x, y int32 }
	var c [1000]*float64
	var d [3][5]int
	var e [2][2][2]float64
	var z [0]int
	fmt.Println(len(a), cap(b), len(c), len(d), len(d[0]), len(e[0][1]), len(z), z, len([...]int{}), len([N + 'a' - 'a']int{}))
	x := [N]int{1, 2, 3}
	y := x
	y[1] = 20
	fmt.Println(x, set(x), x, x == y, x == [...]int{1, 2, 3}, y != x)
	setp(&x)
	fmt.Println(x)
	var g Grid
	h := g.With(1, 2, 5)
	g.Set(0, 0, 1)
	fmt.Println(g, h, g == h, g[1:2], h[1])
	row := g[0]
	row[1] = 42
	pr := &g[2]
	pr[3] = 7
	fmt.Println(g, row)
	f := [...]string{2: "c", 0: "a", 5: "f", "g"}
	fmt.Printf("%q %d\n", f, len(f))
	vowels := [128]bool{'a': true, 'e': true, 'i': true}
	fmt.Println(vowels['a'], vowels['b'], vowels['i'])
	var i interface{} = x
	x[2] = 1000
	fmt.Println(i, i == any(x), i.([3]int)[2])
	s := []([2]int){{1, 2}, {3, 4}}
	for _, v := range s {
		v[0] = 0
	}
	t := s[0]
	s[0][0] = 9
	fmt.Println(s, t)
	m := map[[2]string][2]int{{"a", "b"}: {1, 2}}
	mm := m[[2]string{"a", "b"}]
	mm[0] = 50
	fmt.Println(m, mm, m[[2]string{"b"}])
	for i, v := range x { // the range is over a copy
		x[2] = i * 10
		fmt.Print(v, " ")
	}
	for i, v := range &x { // and here it is not
		x[2] = i * 10
		fmt.Print(v, " ")
	}
	fmt.Println()
	ch := make(chan [2]int, 1)
	w := [2]int{1, 1}
	ch <- w
	w[0] = 2
	fmt.Println(<-ch, w)
	func() {
		defer func() { fmt.Println(recover()) }()
		var p *[4]int
		for i := range p {
			fmt.Print(i)
		}
		fmt.Print(len(p), cap(p), " ")
		for _, v := range p {
			fmt.Print(v)
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		j := 5
		fmt.Println(x[j-1])
	}()
	x, y = y, x
	x[0], x[1], x[2] = x[2], x[0], x[1]
	fmt.Println(x, y, [2]any{1, "a"} == [2]any{1, "a"}, [1][1]string{{"x"}} == [1][1]string{{"x"}})
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println([2]any{1, []int{}} == [2]any{2, []int{}}, [2]any{[]int{}, 1} == [2]any{[]int{}, 2})
	}()
}
