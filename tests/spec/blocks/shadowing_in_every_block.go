package main

import "fmt"

var x = "package"

type T int

func f(x int) (y int) {
	{
		x := "block"
		fmt.Print(x, " ")
	}
	y = x
	if x := x * 2; x > 5 {
		x := fmt.Sprint("then ", x)
		fmt.Print(x, " ")
	} else if y := x + 1; y > 0 {
		fmt.Print("else if ", x, y, " ")
		x = 100
	} else {
		fmt.Print("else ", x, y, " ")
	}
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print("for ", x, " ")
	}
	switch x := any(x).(type) {
	case int:
		x++
		fmt.Print("int ", x, " ")
	case string:
		fmt.Print("string ", len(x))
	}
	switch x := x + 1; x {
	default:
		fmt.Print("switch ", x, " ")
		x := "clause"
		fmt.Print(x, " ")
	}
	return
}

func g() (err error) {
	if _, err := fmt.Sscan("a", new(int)); err != nil {
		fmt.Print("inner ", err != nil, " ")
	}
	return
}

func main() {
	fmt.Println(x, f(3), f(1), g())
	x := x + "!"
	T := func(t T) string { return fmt.Sprint("T", int(t)) }
	fmt.Println(x, T(5))
	{
		fmt := "fmt"
		_ = fmt
		type int string
		var s int = "int"
		println := func(a ...any) {}
		println(s)
		const x = iota + 7
		var a [x]bool
		_ = len(a)
	}
	for i, x := range []string{"a"} {
		i, x := x, i
		fmt.Println(i, x)
	}
	ch := make(chan int, 1)
	ch <- 1
	select {
	case x, ok := <-ch:
		x++
		fmt.Println(x, ok)
	}
	a, b := 1, 2
	{
		a, c := 3, 4
		b = a + c
		fmt.Println(a, b, c)
	}
	fmt.Println(a, b)
	b, d := 5, 6
	fmt.Println(b, d)
	main := "main is a variable"
	true := false
	nil := 0
	fmt.Println(main, true, nil, !true)
	func(x, a int) {
		b := x
		fmt.Println(x, a, b)
		func() { b, x = x+1, a; a := b; _ = a }()
		fmt.Println(x, a, b)
	}(8, 9)
L:
	for L := 0; L < 3; L++ {
		if L == 1 {
			continue L
		}
		fmt.Print(L)
	}
	fmt.Println(x)
	var rec = 1
	{
		rec := func(n int) int { return n + rec }
		fmt.Println(rec(1))
	}
	type R struct{ next *R }
	{
		type R struct{ next *R }
		var r R
		r.next = &r
	}
}
