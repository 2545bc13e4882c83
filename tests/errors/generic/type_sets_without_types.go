package main

type A int
type B int

func convert[T interface {
	A | B
	int
}]() T {
	return T(0) // ERROR "T does not contain specific types"
}

func receive[T interface {
	int
	string
}](x T) {
	<-x      // ERROR "no specific channel type"
	x <- 1   // ERROR "no specific channel type"
	close(x) // ERROR "cannot close non-channel x"
}

func main() {}
