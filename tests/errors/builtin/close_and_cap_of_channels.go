package main

func main() {
	close(1) // ERROR "invalid operation: cannot close non-channel 1 (untyped int constant)"
	close() // ERROR "invalid operation: not enough arguments for close() (expected 1, found 0)"
	c := make(chan int)
	close(c, c) // ERROR "invalid operation: too many arguments for close(c, c) (expected 1, found 2)"
	x := close(c) // ERROR "declared and not used: x" "close(c) (no value) used as value"
	var r <-chan int
	close(r) // ERROR "invalid operation: cannot close receive-only channel r (variable of type <-chan int)"
}
