package main

import "fmt" // ERROR "imported and not used"

var x [fmt]int // ERROR "invalid array length fmt"

func main() {
	n := 3 // ERROR "declared and not used: n"
	var a [n]int // ERROR "invalid array length n"
	for j := range 3 { // ERROR "declared and not used: j"
		_ = [j]int{} // ERROR "invalid array length j"
	}
	switch k := any(1).(type) { // ERROR "k declared and not used"
	case int:
		_ = [k]int{} // ERROR "invalid array length k"
	}
	func(m int) { _ = [m]int{} }(1) // ERROR "invalid array length m"
	_ = a
}
