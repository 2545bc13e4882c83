package main

func f() int { return 1 }

func main() {
	defer f() + 1 // ERROR "syntax error: unexpected + at end of statement"
	defer -f()    // ERROR "syntax error: unexpected -, expected expression"
	defer *f()    // ERROR "syntax error: unexpected *, expected expression"
	go f() == 1   // ERROR "syntax error: unexpected == at end of statement"
}
