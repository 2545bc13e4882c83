package main

func main() {
	_ = make([]int) // ERROR "invalid operation: make([]int) expects 2 or 3 arguments; found 1"
	_ = make(int, 1) // ERROR "invalid argument: cannot make int: type must be slice, map, or channel"
	_ = make([]int, -1) // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	_ = make([]int, 5, 2) // ERROR "invalid argument: length and capacity swapped"
	_ = make([]int, "a") // ERROR "(untyped string constant) to type int"
	_ = make([]int, 1.5) // ERROR "1.5 (untyped float constant) truncated to int"
	_ = make(map[int]int, 1, 2) // ERROR "invalid operation: make(map[int]int, 1, 2) expects 1 or 2 arguments; found 3"
	_ = make(chan int, 1, 2) // ERROR "invalid operation: make(chan int, 1, 2) expects 1 or 2 arguments; found 3"
	_ = make([3]int, 1) // ERROR "invalid argument: cannot make [3]int: type must be slice, map, or channel"
	_ = make() // ERROR "invalid operation: not enough arguments for make() (expected 1, found 0)"
	_ = new() // ERROR "invalid operation: not enough arguments for new() (expected 1, found 0)"
	_ = new(int, 1) // ERROR "invalid operation: too many arguments for new(int, 1) (expected 1, found 2)"
	_ = make([]int, 1, 2, 3) // ERROR "invalid operation: make([]int, 1, 2, 3) expects 2 or 3 arguments; found 4"
	_ = make(5) // ERROR "5 is not a type"
}
