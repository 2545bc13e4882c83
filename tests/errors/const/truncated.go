package main

func main() {
	var a int = 1.5 // ERROR "cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)"
	b := int(2.7) // ERROR "cannot convert 2.7 (untyped float constant) to type int"
	var c uint8 = 0.1 // ERROR "cannot use 0.1 (untyped float constant) as uint8 value in variable declaration (truncated)"
	d := []int{1.5} // ERROR "cannot use 1.5 (untyped float constant) as int value in array or slice literal (truncated)"
	e := 5 + 0.5
	var f int = e // ERROR "cannot use e (variable of type float64) as int value in variable declaration"
	g := 10 / 4.0
	var h int = 10 / 4.0 // ERROR "cannot use 10 / 4.0 (untyped float constant 2.5) as int value in variable declaration (truncated)"
	_, _, _, _, _, _, _ = a, b, c, d, f, g, h
}
