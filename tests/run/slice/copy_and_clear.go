package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4}
	b := make([]int, 2)
	fmt.Println(copy(b, a), b)
	fmt.Println(copy(a[2:], b), a)
	fmt.Println(copy(a, []int{}), copy([]int(nil), a))
	buf := make([]byte, 3)
	n := copy(buf, "héllo")
	fmt.Println(n, buf)
	clear(a[1:3])
	fmt.Println(a)
	s := []string{"a", "b"}
	clear(s)
	fmt.Printf("%q\n", s)
	ps := []*int{new(int), new(int)}
	clear(ps[:1])
	fmt.Println(ps[0] == nil, ps[1] == nil)
	m := map[string]int{"a": 1}
	clear(m)
	fmt.Println(len(m), m)
	type st struct {
		n int
		s string
	}
	xs := []st{{1, "a"}, {2, "b"}, {3, "c"}}
	copy(xs[1:], xs)
	fmt.Println(xs)
}
