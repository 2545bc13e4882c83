package main

func main() {
	a := 0x // ERROR "hexadecimal literal has no digits"
	b := 0b12 // ERROR "invalid digit '2' in binary literal"
	c := 0o8 // ERROR "invalid digit '8' in octal literal"
	d := 08 // ERROR "invalid digit '8' in octal literal"
	e := 1__0 // ERROR "'_' must separate successive digits"
	f := 1e // ERROR "exponent has no digits"
	g := 0x1.8 // ERROR "hexadecimal mantissa requires a 'p' exponent"
	h := 1_ // ERROR "'_' must separate successive digits"
	i := 0b1.0 // ERROR "invalid radix point in binary literal"
	j := 0xp1 // ERROR "hexadecimal literal has no digits"
	k := 1_.5 // ERROR "'_' must separate successive digits"
	l := 0_b1 // ERROR "'_' must separate successive digits" "syntax error: unexpected name b1 at end of statement"
	m := 09 // ERROR "invalid digit '9' in octal literal"
}
