package main

func main() {
	m := map{"a": 1} // ERROR "syntax error: unexpected {, expected ["
	n := map[string]{"a": 1} // ERROR "syntax error: non-declaration statement outside function body"
}
