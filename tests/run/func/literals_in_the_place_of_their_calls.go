// Literals that a variable is for good, called where the variable is.
package main

import "fmt"

func run(n int) (total int) {
	k := 10
	calls := 0
	add := func(a, b int) int { return a + b + k }
	bump := func() { calls++ }
	isBig := func(x int) bool { return x > n }
	for i := range 5 {
		total = add(total, i)
		bump()
		if isBig(i) || !isBig(i + 3) {
			total++
		}
		twice := func(x int) int { x *= 2; return x + i }
		total += twice(i) + twice(total)
	}
	k = 3
	total += add(1, 1)
	fail := func(s []int, i int) int { return s[i] }
	defer func() { fmt.Println("recovered:", recover(), calls) }()
	return total + fail(nil, total)
}

func gen[T int | float64](a, b T) T {
	mx := func(x, y T) T {
		if x > y {
			return x
		}
		return y
	}
	return mx(a, b) + mx(b, a)
}

func main() {
	fmt.Println(run(2))
	fmt.Println(gen(1, 2), gen(1.5, 0.5))
	var rec func(int) int
	rec = func(n int) int {
		if n == 0 {
			return 0
		}
		return rec(n-1) + 1
	}
	fmt.Println(rec(5))
	at := func(s []int, i int) int { return s[i] }
	fmt.Println(at([]int{1}, 3))
}
