package main

type t struct{ a int }

func main() {
	if x := t{1}; x.a == 1 { // ERROR "syntax error: cannot use x := t as value"
	}
	if t{1}.a == 1 { // ERROR "syntax error: non-declaration statement outside function body"
	}
}
