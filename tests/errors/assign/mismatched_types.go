package main

import "fmt"

type myInt int

func main() {
	var s string = 1 // ERROR "cannot use 1 (untyped int constant) as string value in variable declaration"
	var i int = "a" // ERROR "(untyped string constant) as int value in variable declaration"
	var f float64 = "x" // ERROR "(untyped string constant) as float64 value in variable declaration"
	var b bool = 1 // ERROR "cannot use 1 (untyped int constant) as bool value in variable declaration"
	var m myInt
	i = m // ERROR "cannot use m (variable of int type myInt) as int value in assignment"
	m = i // ERROR "cannot use i (variable of type int) as myInt value in assignment"
	i = 1.5 // ERROR "cannot use 1.5 (untyped float constant) as int value in assignment (truncated)"
	s = 'x' // ERROR "cannot use 'x' (untyped rune constant 120) as string value in assignment"
	var p *int = i // ERROR "cannot use i (variable of type int) as *int value in variable declaration"
	var e error = "text" // ERROR "(constant of type string) as error value in variable declaration: string does not implement error (missing method Error)"
	var sl []int = []string{"a"} // ERROR "cannot use []string{…} (value of type []string) as []int value in variable declaration"
	var fn func(int) = func(string) {} // ERROR "cannot use func(string) {} (value of type func(string)) as func(int) value in variable declaration"
	var u uint8 = i // ERROR "cannot use i (variable of type int) as uint8 value in variable declaration"
	i = nil // ERROR "cannot use nil as int value in assignment"
	s = nil // ERROR "cannot use nil as string value in assignment"
	fmt.Println(s, i, f, b, m, p, e, sl, fn, u)
}
