package main

func main() {
	c := make(chan string)
	c <- 1 // ERROR "cannot use 1 (untyped int constant) as string value in send"
	var r <-chan string = c
	r <- "x" // ERROR "invalid operation: cannot send to receive-only channel <-chan string r (variable of type <-chan string)"
	var s []int
	s <- 1 // ERROR "invalid operation: cannot send to non-channel []int s (variable of type []int)"
}
