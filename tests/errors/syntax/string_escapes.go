package main

func main() {
	a := "\q" // ERROR "declared and not used: a" "unknown escape"
	b := "\x4g" // ERROR "declared and not used: b" "invalid character 'g' in hexadecimal escape"
	c := "\u123" // ERROR "declared and not used: c" "' in hexadecimal escape"
	d := "\U00110000" // ERROR "declared and not used: d" "escape is invalid Unicode code point U+110000"
	e := "\8" // ERROR "declared and not used: e" "unknown escape"
	f := "\'" // ERROR "declared and not used: f" "unknown escape"
}
