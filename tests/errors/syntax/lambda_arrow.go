package main

func main() {
	f := (x) => x + 1 // ERROR "syntax error: unexpected = at end of statement"
}
