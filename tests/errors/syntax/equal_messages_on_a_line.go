package main

func main() {
	a := 0_b1 0_b1 // ERROR "'_' must separate successive digits" "unexpected name b1 at end of statement"
	b := "\q" + "\q" // ERROR "unknown escape"
	c := 'ab' + 'cd' // ERROR "more than one character in rune literal"
	d := 0x + 0b // ERROR "hexadecimal literal has no digits" "binary literal has no digits"
	e := 0x + 0b + 0x // ERROR "hexadecimal literal has no digits" "binary literal has no digits"
}
