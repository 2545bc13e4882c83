package main

import "fmt"

func counter() (inc func() int, get func() int, reset func()) {
	n := 0
	return func() int { n++; return n }, func() int { return n }, func() { n = 0 }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func main() {
	inc, get, reset := counter()
	inc()
	inc()
	fmt.Println(get())
	inc2, _, _ := counter()
	fmt.Println(inc2(), inc())
	reset()
	fmt.Println(get(), inc2())
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 })(4))
	s := "a"
	f := func() string { s += "b"; return s }
	s += "c"
	fmt.Println(f(), s)
	type st struct{ n int }
	v := st{1}
	g := func() { v.n++ }
	g()
	v.n *= 10
	g()
	fmt.Println(v)
	x := 1
	func() {
		x := x + 1
		func() { x++ }()
		fmt.Println(x)
	}()
	fmt.Println(x)
	adders := map[string]func(int) func() int{}
	adders["add"] = func(d int) func() int { t := 0; return func() int { t += d; return t } }
	by3 := adders["add"](3)
	by3()
	fmt.Println(by3(), adders["add"](5)())
	arr := [3]int{1, 2, 3}
	h := func(i int) { arr[i]++ }
	h(1)
	p := &arr
	h(1)
	fmt.Println(arr, p[1])
}
