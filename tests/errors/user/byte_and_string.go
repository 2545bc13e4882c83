package main

func main() {
	s := "hello"
	if s[0] == "h" { // ERROR "(mismatched types byte and untyped string)"
	}
	s[0] = 'H' // ERROR "cannot assign to s[0] (neither addressable nor a map index expression)"
	var b byte = s // ERROR "cannot use s (variable of type string) as byte value in variable declaration"
	var r rune = "x" // ERROR "(untyped string constant) as rune value in variable declaration"
	_, _ = b, r
}
