package main

func main() {
	x := 1
	var y x // ERROR "x (local variable) is not a type"
	var z []x // ERROR "x (local variable) is not a type"
	_ = y
	_ = z
	m := map[x]int{} // ERROR "x (local variable) is not a type"
	_ = m
}
