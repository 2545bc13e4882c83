package main

func main() {
	for i := 0; i < 08 // ERROR "invalid digit '8' in octal literal"
