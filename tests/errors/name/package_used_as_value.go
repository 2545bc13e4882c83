package main

import "fmt" // ERROR "imported and not used"

func main() {
	x := fmt // ERROR "declared and not used: x" "use of package fmt not in selector"
	fmt = nil // ERROR "use of package fmt not in selector"
	println(fmt) // ERROR "use of package fmt not in selector"
	fmt() // ERROR "use of package fmt not in selector"
}
