package main

func main() {
	var break = 1 // ERROR
	type := 2 // ERROR
	x.func() // ERROR
	for range := 3 { // ERROR
	} // ERROR
	go := func() {} // ERROR
	var a [default]int // ERROR
} // ERROR

func map() {} // ERROR

type chan int // ERROR
/* not closed // ERROR
