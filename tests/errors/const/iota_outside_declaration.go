package main

var x = iota // ERROR "cannot use iota outside constant declaration"

func main() {
	y := iota // ERROR "cannot use iota outside constant declaration"
	_ = y
}
