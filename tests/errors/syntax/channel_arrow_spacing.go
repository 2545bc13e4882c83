package main

func main() {
	var c chan int
	c < -1
	c <- <- c
	x := c <- // ERROR "syntax error: unexpected <- at end of statement"
}
