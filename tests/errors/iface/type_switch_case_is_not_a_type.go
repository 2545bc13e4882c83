package main

func main() {
	var x any
	switch x.(type) {
	case 1: // ERROR "1 is not a type"
	case "a", int: // ERROR "is not a type"
	case x: // ERROR "x (local variable) is not a type"
	}
}
