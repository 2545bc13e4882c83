package p

import "fmt"

func a() {
	x := 1 +
	y := f(1, 2
	z := []int{1, 2
	}
	if x { } y
	for i := 0; i < 10 {
	}
	if x = 1 {
	}
	var v
	a, b
	return )
}

type T

func b( {
	fmt.Println("inside" "twice")
}

x := 5

func c() {
	switch x {
	case 1
	}
	go f
	defer (f())
	s[1::]
	1 = = 2
}

type U struct {
	a int b int
	(T)
}

import "late"

var w int = 3 4
