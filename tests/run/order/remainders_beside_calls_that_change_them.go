package main

import "fmt"

func main() {
	x := 6
	f := func() int { x = 7; return 3 }
	if x%f() == 0 {
		fmt.Println("zero")
	} else {
		fmt.Println("rest")
	}
	x = 6
	g := func() int { x = 8; return 1 }
	fmt.Println(x%g() == 0)
	x = 5
	h := func() int { x = 4; return 5 }
	for x%h() != 0 {
		fmt.Println("loop", x)
		break
	}
	a := []int{6}
	k := func() int { a[0] = 7; return 3 }
	if a[0]%k() == 0 {
		fmt.Println("zero")
	} else {
		fmt.Println("rest")
	}
	p := &struct{ n int }{6}
	m := func() bool { p.n = 7; return true }
	if m() && p.n%3 == 0 {
		fmt.Println("zero")
	}
	y := 6
	q := func() int { y = 7; return 3 }
	if (y+1)%q() == 0 || q()%y == 3 && y&q() != 0 {
		fmt.Println("yes")
	}
}
