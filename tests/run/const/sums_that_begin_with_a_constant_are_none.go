package main

import "fmt"

// What begins with a constant and goes on with a variable is no constant: it is not refused for the value it begins with.
func main() {
	r, f, i, n := 2i+1, 2.5, 3, 4
	fmt.Println(1i/(0+r), 1/(0+f), 1/(0*f), 6/(0+i), r/(r*0))
	fmt.Println(1<<(-1+n), i<<(-2+n), i>>(0*n))
	a := [3]int{1, 2, 3}
	fmt.Println(a[-1+i], a[-1+i:], "abc"[-2+n], len(a[:0+i]))
	var small int8 = 100
	fmt.Println(100+small, -128-small, int8(1)<<(7+n))
	switch i {
	case 0 + i, 1 + i:
		fmt.Println("a case")
	}
}
