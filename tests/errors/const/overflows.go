package main

func main() {
	var a int8 = 128 // ERROR "cannot use 128 (untyped int constant) as int8 value in variable declaration (overflows)"
	var b uint8 = -1 // ERROR "cannot use -1 (untyped int constant) as uint8 value in variable declaration (overflows)"
	var c uint = -5 // ERROR "cannot use -5 (untyped int constant) as uint value in variable declaration (overflows)"
	var d int32 = 1 << 31 // ERROR "cannot use 1 << 31 (untyped int constant 2147483648) as int32 value in variable declaration (overflows)"
	var e byte = 256 // ERROR "cannot use 256 (untyped int constant) as byte value in variable declaration (overflows)"
	var f int = 1 << 63 // ERROR "cannot use 1 << 63 (untyped int constant 9223372036854775808) as int value in variable declaration (overflows)"
	var g uint64 = 1 << 64 // ERROR "cannot use 1 << 64 (untyped int constant 18446744073709551616) as uint64 value in variable declaration (overflows)"
	h := 1 << 63 // ERROR "cannot use 1 << 63 (untyped int constant 9223372036854775808) as int value in assignment (overflows)"
	i := int8(200) // ERROR "constant 200 overflows int8"
	j := uint8(300) // ERROR "constant 300 overflows uint8"
	var k float32 = 1e40 // ERROR "cannot use 1e40 (untyped float constant 1e+40) as float32 value in variable declaration (overflows)"
	l := -1 + uint(0) // ERROR "-1 (untyped int constant) overflows uint"
	_, _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j, k, l
}
