package main

import "fmt"

type wide struct {
	pad  [70000]byte
	last int
}

func sum(n int) (s int) {
	for i := 1; i <= n; i++ {
		s += i
	}
	return s
}

func main() {
	w := new(wide)
	p := &w.last
	*p = 5
	a, b := complex64(4+2i), complex64(1-1i)
	c := a / b
	x, y := float32(1.5), float32(1.5)
	le := x <= y
	if sum(10) != 55 || w.last != 5 || c != 1+3i || !le {
		panic("wrong")
	}
	fmt.Println(sum(10), w.last, real(c), imag(c), le)
}
