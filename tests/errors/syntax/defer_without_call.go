package main

func main() {
	defer
	go // ERROR "syntax error: unexpected keyword go, expected expression"
} // ERROR "syntax error: unexpected }, expected expression"
