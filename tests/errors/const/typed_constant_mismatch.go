package main

const a int = "s" // ERROR "(untyped string constant) as int value in constant declaration"
const b string = 1 // ERROR "cannot use 1 (untyped int constant) as string value in constant declaration"
const c uint8 = 256 // ERROR "cannot use 256 (untyped int constant) as uint8 value in constant declaration (overflows)"
const d float64 = true // ERROR "cannot use true (untyped bool constant) as float64 value in constant declaration"
const e bool = 0 // ERROR "cannot use 0 (untyped int constant) as bool value in constant declaration"
const f []int = nil // ERROR "invalid constant type []int"

func main() {}
