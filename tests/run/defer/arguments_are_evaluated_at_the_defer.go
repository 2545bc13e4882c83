package main

import "fmt"

type t struct{ n int }

func (v t) show(s string)   { fmt.Println(s, v.n) }
func (p *t) pshow(s string) { fmt.Println(s, p.n) }

func get(s string) string { fmt.Println("get", s); return s }

func main() {
	x := 1
	defer fmt.Println("x is", x)
	x = 2
	v := t{1}
	defer v.show(get("value"))
	defer v.pshow(get("pointer"))
	v.n = 5
	f := func() { fmt.Println("old f") }
	defer f()
	f = func() { fmt.Println("new f") }
	var arr [3]int
	defer fmt.Println(arr, len(arr))
	arr[0] = 9
	defer func(a [3]int) { fmt.Println(a, arr) }(arr)
	arr[1] = 8
	s := []int{1}
	defer fmt.Println(s)
	s[0] = 7
	fmt.Println("end of main")
}
