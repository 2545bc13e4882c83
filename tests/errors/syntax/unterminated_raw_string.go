package main

func main() {
	x := `abc // ERROR "declared and not used: x" "string not terminated"
	_ = x
}
