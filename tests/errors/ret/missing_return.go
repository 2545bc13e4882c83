package main

func a() int {} // ERROR "missing return"

func b(x int) int {
	if x > 0 {
		return 1
	}
} // ERROR "missing return"

func c(x int) int {
	for x < 10 {
		return 1
	}
} // ERROR "missing return"

func d(x int) int {
	switch x {
	case 1:
		return 1
	}
} // ERROR "missing return"

func e() (n int) {
	n = 1
} // ERROR "missing return"

func f() int {
	for {
		break
	}
} // ERROR "missing return"

func g(c chan int) int {
	select {
	case <-c:
		return 1
	case c <- 1:
	}
} // ERROR "missing return"

var h = func() string { println() } // ERROR "missing return"

func i(x int) int {
L:
	for {
		if x > 1 {
			break L
		}
	}
} // ERROR "missing return"

func main() {}
