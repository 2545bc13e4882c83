package main

import "fmt"

type F func(int) F
type Op func(float64, float64) (float64, error)
type V func(prefix string, xs ...any) int
type H func(http struct{ code int }, _ ...func())

func (f Op) Must(a, b float64) float64 {
	r, err := f(a, b)
	if err != nil {
		panic(err)
	}
	return r
}

func count(prefix string, xs ...any) int { fmt.Print(prefix, xs == nil, len(xs), " "); return len(xs) }
func mod(xs ...int)                      { xs[0] = 99 }
func unnamed(int, string, ...bool) (_ int, _ error) { return }
func named(a, b int, _ string) (sum, diff int)      { sum, diff = a+b, a-b; return }
func pair() (string, []any)                         { return "p", []any{1, 2} }
func two() (int, int)                               { return 3, 4 }
func add(xs ...int) (t int) {
	for _, x := range xs {
		t += x
	}
	return
}

func fact(n int) int {
	if n < 2 {
		return 1
	}
	return n * fact(n-1)
}

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }

func main() {
	var step F
	n := 0
	step = func(k int) F { n += k; return step }
	step(1)(2)(3)(4)
	fmt.Println(n)
	div := Op(func(a, b float64) (float64, error) {
		if b == 0 {
			return 0, fmt.Errorf("%v/0", a)
		}
		return a / b, nil
	})
	fmt.Println(div.Must(6, 4), Op.Must(div, 1, 4))
	func() {
		defer func() { fmt.Println(recover()) }()
		div.Must(1, 0)
	}()
	s := []any{"a", nil}
	var v V = count
	v("", nil)
	v("", nil, nil)
	v("")
	v("", s...)
	v("", s)
	v("", []any(nil)...)
	v(pair())
	fmt.Println()
	xs := []int{1, 2}
	mod(xs...)
	mod(1, 2)
	fmt.Println(xs, add(), add(two()), add(1), add(append(xs, 1)...))
	fmt.Println(named(two2()))
	fmt.Println(unnamed(1, "", true, false))
	fmt.Printf("%T %T %T %T\n", count, unnamed, compose[int, string, bool], step)
	f := compose(func(i int) string { return fmt.Sprint(i * 2) }, func(s string) int { return len(s) })
	fmt.Println(f(50), f(4), fact(20))
	// Functions in every place.
	m := map[string]func(...int) int{"add": add, "nil": nil}
	fmt.Println(m["add"](1, 2), m["nil"] == nil, m["none"] == nil)
	arr := [...]func() int{func() int { return 1 }, func() int { return 2 }}
	fmt.Println(arr[1]()+arr[0](), func(x int) int { return x * x }(7), (func() int { return 5 })())
	ch := make(chan func(string) string, 1)
	ch <- func(s string) string { return s + "!" }
	fmt.Println((<-ch)("hi"))
	var fibs [10]func() int
	a, b := 0, 1
	for i := range fibs {
		c := a
		a, b = b, a+b
		fibs[i] = func() int { c += 100; return c + i }
	}
	fmt.Println(fibs[9](), fibs[9](), fibs[0]())
	counter := func() func() int {
		c := 0
		return func() int { c++; return c }
	}
	c1, c2 := counter(), counter()
	fmt.Println(c1(), c1(), c2())
	var rec func(int) int
	rec = func(n int) int {
		if n == 0 {
			return 0
		}
		return n + rec(n-1)
	}
	fmt.Println(rec(100))
	func() {
		defer func() { fmt.Println(recover()) }()
		var f func(int)
		fmt.Println(f == nil)
		f(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		m := map[any]int{}
		m[add] = 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(any(add) == any(1), any(add) == any(add))
	}()
	x := 1
	g := func() *int { return &x }
	*g() = 5
	*g()++
	fmt.Println(x)
	var h func(a, b int) (c int) = func(x, y int) int { return x - y }
	fmt.Println(h(two()))
}

func two2() (int, int, string) { return 7, 3, "" }
