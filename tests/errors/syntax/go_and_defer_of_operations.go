package main

func main() {
	go <-chan int // ERROR "unexpected <-, expected expression"
	defer <-chan int(nil) // ERROR "unexpected keyword defer at end of statement"
	defer <-f() // ERROR "unexpected <-, expected expression"
	defer *f() // ERROR "unexpected *, expected expression"
	go -f() // ERROR "unexpected -, expected expression"
	go !f() // ERROR "unexpected !, expected expression"
	go &f() // ERROR "unexpected &, expected expression"
	defer f() + g() // ERROR "unexpected + at end of statement"
	go f() + g() // ERROR "unexpected + at end of statement"
	go
	defer // ERROR "unexpected keyword defer, expected expression"
	go if // ERROR "unexpected keyword go, expected expression"
} // ERROR "unexpected }, expected expression"
