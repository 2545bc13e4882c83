package main

func main() {
	x := 1
	x() // ERROR "invalid operation: cannot call x (variable of type int): int is not a function"
	"a"() // ERROR "(untyped string constant): untyped string is not a function"
	var s struct{}
	s() // ERROR "invalid operation: cannot call s (variable of type struct{}): struct{} is not a function"
	nil() // ERROR "invalid operation: cannot call nil: untyped nil is not a function"
	5(3) // ERROR "invalid operation: cannot call 5 (untyped int constant): untyped int is not a function"
	[]int{}() // ERROR "invalid operation: cannot call []int{} (value of type []int): []int is not a function"
}
