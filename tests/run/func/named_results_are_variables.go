package main

import "fmt"

func a() (n int) {
	defer func() { n *= 2 }()
	n = 5
	return n + 1
}

func b() (s string, err error) {
	defer func() {
		if err != nil {
			s = "failed: " + err.Error()
		}
	}()
	return "ok", fmt.Errorf("bad")
}

func c() (x, y int) {
	x = 1
	{
		y := 10
		_ = y
		x += y
	}
	return x, x
}

func d() (n int) {
	f := func() { n++ }
	f()
	f()
	return
}

func e() (r []int) {
	for i := range 3 {
		defer func() { r = append(r, i) }()
	}
	return nil
}

func g() (p *int) {
	n := 3
	p = &n
	defer func() { *p = 4 }()
	return p
}

func main() {
	fmt.Println(a())
	fmt.Println(b())
	fmt.Println(c())
	fmt.Println(d())
	fmt.Println(e())
	fmt.Println(*g())
}
