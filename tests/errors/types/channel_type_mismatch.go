package main

func f(c chan<- int) {}

func main() {
	r := make(<-chan int)
	f(r) // ERROR "cannot use r (variable of type <-chan int) as chan<- int value in argument to f"
	f(make(chan string)) // ERROR "cannot use make(chan string) (value of type chan string) as chan<- int value in argument to f"
	var x chan int = make(chan<- int) // ERROR "cannot use make(chan<- int) (value of type chan<- int) as chan int value in variable declaration"
	_ = x
}
