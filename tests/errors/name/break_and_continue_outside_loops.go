package main

func main() {
	break // ERROR "break is not in a loop, switch, or select"
	continue // ERROR "continue is not in a loop"
	if true {
		break // ERROR "break is not in a loop, switch, or select"
	}
	switch {
	default:
		continue // ERROR "continue is not in a loop"
	}
	func() {
		break // ERROR "break is not in a loop, switch, or select"
	}()
}
