package main

func main() {
	var x int32 = 3000000000 // ERROR "cannot use 3000000000 (untyped int constant) as int32 value in variable declaration (overflows)"
	y := int8(1000) // ERROR "constant 1000 overflows int8"
	var z uint = -1 // ERROR "cannot use -1 (untyped int constant) as uint value in variable declaration (overflows)"
	w := 1 << 64 // ERROR "cannot use 1 << 64 (untyped int constant 18446744073709551616) as int value in assignment (overflows)"
	_, _, _, _ = x, y, z, w
}
