// Where the frame of a function stands while its deferred calls run: at the return statement, or at the closing brace
// if it defers in loops or has too many ends.
package main

import (
	"fmt"
	"runtime"
)

func where() {
	for i := 1; i < 3; i++ {
		_, _, line, _ := runtime.Caller(i)
		fmt.Print(line, " ")
	}
	fmt.Println()
}

func f(n int) int {
	for range 2 {
		defer where()
	}
	if n == 1 {
		return 1
	}
	return 4
}
func g(n int) (r int) {
	defer where()
	if n == 1 {
		return 1
	}
	defer func() { r++; where() }()
	return 4
}
func h(n int) (r int) {
	defer where()
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	if n == 1 { return 1 }
	return 2
}

func k(n int) (r int) {
	if n == 1 {
		defer where()
		return 1
	}
	return 4
}
func m(n int) int {
	defer where()
	if n == 2 {
		return 2
	}
	defer func() {
		where()
	}()
	return 4
}

func main() {
	m(2)
	m(3)
	f(1)
	g(1)
	g(2)
	h(1)
	k(1)
	k(2)
}
