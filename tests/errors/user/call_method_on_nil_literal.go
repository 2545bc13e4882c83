package main

func main() {
	nil.foo() // ERROR "nil.foo undefined (type untyped nil has no field or method foo)"
	x := nil // ERROR "declared and not used: x" "use of untyped nil in assignment"
	println(nil) // ERROR "use of untyped nil in argument to built-in println"
}
