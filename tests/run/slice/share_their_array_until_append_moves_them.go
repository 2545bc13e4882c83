package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	b[0] = 20
	fmt.Println(a, b, len(b), cap(b))
	b = append(b, 40)
	fmt.Println(a, b)
	b = append(b, 50, 60)
	b[0] = 0
	fmt.Println(a, b)
	c := a[1:3:3]
	c = append(c, 99)
	fmt.Println(a, c, cap(a[1:3:3]))
	d := a[:0]
	for _, v := range a {
		if v%2 == 0 {
			d = append(d, v)
		}
	}
	fmt.Println(a, d)
	e := append(a[:1], a[2:]...)
	fmt.Println(a, e)
	f := a[2:2]
	fmt.Println(len(f), cap(f), f[:2])
}
