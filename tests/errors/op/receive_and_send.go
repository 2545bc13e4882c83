package main

func main() {
	x := 1
	<-x // ERROR "invalid operation: cannot receive from non-channel int x (variable of type int)"
	x <- 1 // ERROR "invalid operation: cannot send to non-channel int x (variable of type int)"
	c := make(chan int)
	c <- "a" // ERROR "(untyped string constant) as int value in send"
	c <- nil // ERROR "cannot use nil as int value in send"
	var s string = <-c // ERROR "cannot use <-c (comma, ok expression of type int) as string value in variable declaration"
	_ = s
}
