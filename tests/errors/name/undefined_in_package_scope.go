package main

var v = missing // ERROR "undefined: missing"

type t struct {
	f absent // ERROR "undefined: absent"
}

func f(p gone) (r lost) { return } // ERROR "undefined: gone" "undefined: lost"

func main() {}
