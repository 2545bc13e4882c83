package main

import "fmt"

type T struct{ x, y int }

func id(x ...int) []int { return x }
func two(a, b int) string { return fmt.Sprint(a, b) }
func twoA(a any, b int) string { return fmt.Sprint(a, b) }
func arr(a [2]int, b int) string { return fmt.Sprint(a, b) }
func st(a T, b int) string { return fmt.Sprint(a, b) }

var g = 1

func fg() int { g++; return g }

func main() {
	a := 1
	f := func() int { a++; return a }
	fmt.Println(a, f())
	fmt.Println(two(a, f()))
	fmt.Println(twoA(a, f()))
	fmt.Println(id(a, f(), a))
	fmt.Println([]int{a, f(), a})
	fmt.Println(a+f(), f()+a)
	x := a + 0 + f()
	y := []any{a, f()}
	fmt.Println(x, y)
	fmt.Println(g, fg(), two(g, fg()), g+fg())
	z := [2]int{1, 2}
	h := func() int { z[0]++; return z[0] }
	fmt.Println(z, h(), z[0], arr(z, h()), z[0]+h())
	t := T{1, 2}
	k := func() int { t.x++; return t.x }
	fmt.Println(t, k(), t.x, st(t, k()), t.x+k())
	fmt.Println(T{t.x, k()}, [2]int{t.x, k()}, map[int]int{t.x: k()})
	s := []int{1, 2}
	l := func() int { s[0]++; return s[0] }
	fmt.Println(s[0], l(), two(s[0], l()), s[0]+l(), s[0]*l())
	p := &T{1, 2}
	m := func() int { p.x++; p = &T{p.x, 9}; return p.x }
	fmt.Println(p.x, m(), two(p.x, m()), p.x+m(), *p, two(p.y, m()))
	mm := map[string]int{"a": 1}
	n := func() int { mm["a"]++; return mm["a"] }
	fmt.Println(mm["a"], n(), two(mm["a"], n()), mm["a"]+n())
	str := "a"
	o := func() string { str += "b"; return str }
	fmt.Println(str, o(), str+o(), o()+str, str == o())
	var i any = 1
	q := func() int { i = i.(int) + 1; return i.(int) }
	fmt.Println(i, q(), i.(int), q(), i.(int)+q())
	b, c := a, f()
	fmt.Println(b, c)
	ret := func() (int, int) { return a, f() }
	fmt.Println(ret())
	ch := make(chan int, 9)
	ch <- a + f()
	fmt.Println(<-ch, a, -a+f(), a*2+f(), (a)+f(), two(a*1, f()), two(-a, f()), two(int(int8(a)), f()))
	if a < f() {
		fmt.Println("less")
	}
	r := &a
	fmt.Println(*r, f(), two(*r, f()), *r+f())
	var e1 any = a
	w := func() int { a = 100; return 1 }
	fmt.Println(e1, len(s[a-a:]), copy(s, []int{7, 7}), s[0], a, w(), min(a, 5), a)
	fmt.Println(len(str), o(), cap(s), len(mm), n())
	v := []int{1, 2, 3}
	u := func() int { v = v[1:]; return v[0] }
	fmt.Println(v, u(), len(v), u(), len(v))
}
