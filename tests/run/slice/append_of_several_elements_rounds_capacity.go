package main

import "fmt"

// sink makes slices escape: Go gives one that does not a first array on the stack.
var sink []any

func main() {
	for n := range 40 {
		a := append([]int(nil), make([]int, n)...)
		b := append([]byte("ab"), make([]byte, n)...)
		c := append(make([]string, 3), make([]string, n)...)
		d := append(make([]int, 7, 7), make([]int, n)...)
		sink = append(sink, &a, &b, &c, &d)
		fmt.Println(n, cap(a), cap(b), cap(c), cap(d))
	}
	x := append([]int{1, 2, 3, 4, 5}, 6, 7, 8)
	sink = append(sink, &x)
	fmt.Println(len(x), cap(x))
	y := append(make([]int64, 300), make([]int64, 1)...)
	fmt.Println(len(y), cap(y))
	z := append(make([]byte, 1000), 1)
	fmt.Println(cap(z))
	w := append([]int32(nil), 1, 2, 3)
	v, u := append([]int8{}, 1), append([]float32(nil), 1, 2, 3, 4, 5)
	sink = append(sink, &u, &v, &w, &y, &z)
	fmt.Println(cap(w), cap(u), cap(v))
}
