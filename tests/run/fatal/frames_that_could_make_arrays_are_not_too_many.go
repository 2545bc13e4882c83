// A deep recursion of a function that makes large objects on ways that it does not go: what it could make does not count.
package main

var sink *[300]int

func f(n, way int) int {
	switch way {
	case 1:
		sink = &[300]int{1}
	case 2:
		sink = &[300]int{2}
	case 3:
		sink = &[300]int{3}
	case 4:
		sink = &[300]int{4}
	}
	if n == 0 {
		return 0
	}
	a, b, c, d := n+1, n+2, n+3, n+4
	return f(n-1, way) + a + b + c + d - 4*n - 9
}

func main() { println(f(500000, 0)) }
