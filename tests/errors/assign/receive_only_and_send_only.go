package main

func main() {
	r := make(<-chan int)
	s := make(chan<- int)
	r <- 1 // ERROR "invalid operation: cannot send to receive-only channel <-chan int r (variable of type <-chan int)"
	<-s // ERROR "invalid operation: cannot receive from send-only channel chan<- int s (variable of type chan<- int)"
	x := <-s // ERROR "declared and not used: x" "invalid operation: cannot receive from send-only channel chan<- int s (variable of type chan<- int)"
	close(r) // ERROR "invalid operation: cannot close receive-only channel r (variable of type <-chan int)"
	for range s { // ERROR "cannot range over s (variable of type chan<- int): receive from send-only channel chan<- int"
	}
	var c chan int = r // ERROR "declared and not used: c" "cannot use r (variable of type <-chan int) as chan int value in variable declaration"
	r = make(chan int)
	var d chan<- int = r // ERROR "declared and not used: d" "cannot use r (variable of type <-chan int) as chan<- int value in variable declaration"
}
