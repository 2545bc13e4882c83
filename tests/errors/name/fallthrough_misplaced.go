package main

func main() {
	fallthrough // ERROR "fallthrough statement out of place"
	switch 1 {
	case 1:
		fallthrough
	case 2:
		if true {
			fallthrough // ERROR "fallthrough statement out of place"
		}
	case 3:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	var x any
	switch x.(type) {
	case int:
		fallthrough // ERROR "cannot fallthrough in type switch"
	default:
	}
}
