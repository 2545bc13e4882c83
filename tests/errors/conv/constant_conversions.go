package main

func main() {
	_ = int(1.5) // ERROR "cannot convert 1.5 (untyped float constant) to type int"
	_ = uint(-1) // ERROR "constant -1 overflows uint"
	_ = int8(128) // ERROR "constant 128 overflows int8"
	_ = byte('世') // ERROR "constant 19990 overflows byte"
	_ = string(1 << 40)
	_ = float32(1e50) // ERROR "cannot convert 1e50 (untyped float constant 1e+50) to type float32"
	_ = int("a") // ERROR "(untyped string constant) to type int"
	_ = rune("a") // ERROR "(untyped string constant) to type rune"
	_ = uint8(1 << 8) // ERROR "constant 256 overflows uint8"
}
