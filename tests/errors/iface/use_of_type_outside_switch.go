package main

func main() {
	var x any
	_ = x.(type) // ERROR "invalid syntax tree: use of .(type) outside type switch"
	y := x.(type) // ERROR "declared and not used: y" "invalid syntax tree: use of .(type) outside type switch"
}
