package main

func main() {
	x := _ // ERROR "cannot use _ as value or type"
	println(_) // ERROR "cannot use _ as value or type"
	_.f = 1 // ERROR "cannot use _ as value or type"
	_ = x
}
