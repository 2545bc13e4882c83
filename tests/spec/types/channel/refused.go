package main

func main() {
	var c chan int
	var in <-chan int = c
	var out chan<- int = c
	in <- 1 // ERROR
	<-out // ERROR
	_ = <-out // ERROR
	c = in // ERROR
	c = out // ERROR
	in = out // ERROR
	out = in // ERROR
}

func g() {
	var c chan int
	var in <-chan int = c
	var out chan<- int = c
	_ = (chan int)(in) // ERROR
	close(in) // ERROR
	close(c, c) // ERROR
	close() // ERROR
	close(1) // ERROR
	c <- "a" // ERROR
	c <- 1.5 // ERROR
	c <- nil // ERROR
	x, y, z := <-c // ERROR
	for i, j := range c { // ERROR
	}
	for i := range out { // ERROR
	}
	_ = c == out
	_ = in == out // ERROR
	_ = c < c // ERROR
	_ = make(chan int, "a") // ERROR
	_ = make(chan int, 1, 2) // ERROR
	_ = make(chan int, -1) // ERROR
	_ = make(chan int, 1.5) // ERROR
	_ = cap(1) // ERROR
	<-1 // ERROR
	1 <- c // ERROR
	c <- c // ERROR
	_ = c[0] // ERROR
	var d chan int32 = c // ERROR
	var e chan<- any = c // ERROR
	_, _, _, _, _ = x, y, z, d, e
	_ = len(<-c) // ERROR
	<-c + 1 // ERROR
}
