package main

func main() {
	a := '' // ERROR "declared and not used: a" "empty rune literal or unescaped '"
	b := 'ab' // ERROR "declared and not used: b" "more than one character in rune literal"
	c := '\q' // ERROR "declared and not used: c" "unknown escape"
	d := '\x4' // ERROR "declared and not used: d" "invalid character '\'' in hexadecimal escape"
	e := '\u12' // ERROR "declared and not used: e" "invalid character '\'' in hexadecimal escape"
	f := '\400' // ERROR "declared and not used: f" "octal escape value 256 > 255"
	g := '\U00110000' // ERROR "declared and not used: g" "escape is invalid Unicode code point U+110000"
	h := '\ud800' // ERROR "declared and not used: h" "escape is invalid Unicode code point U+D800"
}
