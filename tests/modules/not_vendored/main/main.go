package main

import (
	"example.com/app/nowhere"
	"example.com/greet"
	"example.com/greet/missing"
	"example.com/other"
)

func main() { greet.Hello(); missing.X(); other.X(); nowhere.X() }
