package main

func a[P struct{ _ int }]() {
	type A = P
	var x A
	var _ struct{ x int } = x // ERROR "cannot use x (variable of type A constrained by struct{_ int}) as struct{x int} value in variable declaration: cannot assign struct{_ int} (in P) to struct{x int}"
	_ = struct{ y int }(x) // ERROR "cannot convert x (variable of type A constrained by struct{_ int}) to type struct{y int}: cannot convert struct{_ int} (in P) to type struct{y int}"
	x = struct{ z int }{} // ERROR "cannot use struct{z int}{} (value of type struct{z int}) as A value in assignment: cannot assign struct{z int} to struct{_ int} (in P)"
	_ = A(struct{ z int }{}) // ERROR "cannot convert struct{z int}{} (value of type struct{z int}) to type A: cannot convert struct{z int} to type struct{_ int} (in P)"
	_ = A(1) // ERROR "cannot convert 1 (untyped int value) to type A: cannot convert 1 (untyped int constant) to type struct{_ int} (in A)"
}

func b[P, Q ~int | ~string](p P) {
	type A = P
	type B = Q
	var x A = p
	var y B = x // ERROR "cannot use x (variable of type A constrained by ~int | ~string) as B value in variable declaration"
	_ = B(x) // ERROR "cannot convert x (variable of type A constrained by ~int | ~string) to type B: cannot convert string (in P) to type int (in Q)"
	_ = []byte(x) // ERROR "cannot convert x (variable of type A constrained by ~int | ~string) to type []byte: cannot convert int (in P) to type []byte"
	_ = A([]byte{}) // ERROR "cannot convert []byte{} (value of type []byte) to type A: cannot convert []byte to type int (in P)"
	_ = A(1.5) // ERROR "cannot convert 1.5 (untyped float value) to type A: cannot convert 1.5 (untyped float constant) to type int (in A)"
	_ = A("a") // ERROR "cannot convert"
	x = 1 // ERROR "cannot use 1 (untyped int constant) as A value in assignment"
	_ = y
}

func main() {}
