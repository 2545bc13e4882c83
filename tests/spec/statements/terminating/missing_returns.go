package main

func a() int {
	for {
	}
}
func b() int {
	for {
		break
	}
} // ERROR
func c(x bool) int {
	if x {
		return 1
	} else {
		panic(1)
	}
}
func d(x bool) int {
	if x {
		return 1
	}
} // ERROR
func e(x int) int {
	switch x {
	case 1:
		return 1
	default:
		return 2
	}
}
func f(x int) int {
	switch x {
	case 1:
		return 1
	}
} // ERROR
func g(x int) int {
	switch x {
	case 1:
		fallthrough
	default:
		goto L
	}
L:
	return 1
}
func h(x int) int {
	switch x {
	default:
		break
	case 1:
		return 1
	}
} // ERROR
func i() int {
	select {}
}
func j(c chan int) int {
	select {
	case <-c:
		return 1
	case c <- 1:
		panic(2)
	}
}
func k(c chan int) int {
	select {
	case <-c:
		break
	default:
		return 1
	}
} // ERROR
func l() int {
	{
		return 1
	}
}
func m() int {
L:
	for {
		for {
			break L
		}
	}
} // ERROR
func n() int {
L:
	for {
		for {
			break
		}
		continue L
	}
}
func o() int {
	for true {
	}
} // ERROR
func p() int {
	for range 3 {
		return 1
	}
} // ERROR
func q() int {
	goto L
L:
	goto L
}
func r(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		panic(x)
	}
}
func s() int {
	func() int { return 1 }()
} // ERROR
func t() (x int) {
	x = 1
} // ERROR
func u() int {
	panic := func(int) {}
	panic(1)
} // ERROR
func v() int {
	defer panic(1)
} // ERROR
func w() int {
	if true {
		return 1
	} else if false {
		return 2
	}
} // ERROR
func x() int {
	return 1
	;
}
func y() int {
L:
	switch {
	default:
		for {
			break L
		}
	}
} // ERROR
func z() func() int {
	return func() int {
		for {
		}
		return 0
	}
}

var A = func() int {} // ERROR

type T struct{}

func (T) m() int { println() } // ERROR

func main() {}
