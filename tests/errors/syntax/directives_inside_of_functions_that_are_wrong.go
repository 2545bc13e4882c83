package main

// ERROR@12 "misplaced compiler directive"
// ERROR@19 "misplaced compiler directive"

type (
	//go:noinline
	A int
)

func f() {
	//go:nosplit
	x := 1
	if x {
	}
	return = 2 // ERROR "syntax error: unexpected ="
}

//go:noinline
