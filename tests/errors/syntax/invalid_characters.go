package main

func main() {
	a := 1 # 2 // ERROR "invalid character U+0023 '#'" "syntax error: unexpected literal 2 at end of statement"
	b := 1 @ 2 // ERROR "invalid character U+0040 '@'" "syntax error: unexpected literal 2 at end of statement"
	c := $x // ERROR "invalid character U+0024 '$'"
	d := a ? b : c // ERROR "invalid character U+003F '?'" "syntax error: unexpected name b at end of statement"
}
