package main

func main() {
	x := 1
	if x {
	}
	for x {
	}
	if "a" {
	}
	if x = 2 { // ERROR "syntax error: cannot use assignment x = 2 as value"
	}
	for i := 0; i; i++ {
	}
	if nil {
	}
}
