package main

type S struct{}

func main() {
	var s S
	for i = range s { // ERROR "cannot range over s"
	}
	for i, j = range 3 { // ERROR "undefined: i" "permits only one iteration variable"
	}
	for s.x = range undefined { // ERROR "undefined: undefined"
	}
}
