package main

import "fmt"

func classify(n int) (s string) {
	if n < 0 {
		s = "negative"
	} else if n == 0 {
		s = "zero"
	} else if h := n / 2; n%2 == 0 {
		s = fmt.Sprint("even, half ", h)
	} else if h > 10 {
		s = fmt.Sprint("big odd, half ", h)
	} else {
		s = fmt.Sprint("odd, half ", h)
	}
	return
}

func outer() func(int) func(int) func(int) int {
	a := 1
	return func(b int) func(int) func(int) int {
		a++
		return func(c int) func(int) int {
			a += b
			return func(d int) int {
				a += c
				return a*1000 + b*100 + c*10 + d
			}
		}
	}
}

func main() {
	for _, n := range []int{-1, 0, 4, 7, 25} {
		fmt.Println(classify(n))
	}
	f := outer()
	g := f(2)(3)
	fmt.Println(g(4), g(4), f(1)(1)(1))
}
