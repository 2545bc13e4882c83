package main

func main() {
	for i = range { // ERROR "syntax error: unexpected {, expected expression"
	} // ERROR "syntax error: unexpected }, expected { after for clause"
}
