package main

const a int8 = 100
const b = a * 2 // ERROR "a * 2 (constant 200 of type int8) overflows int8"
const c uint8 = 255
const d = c + 1 // ERROR "c + 1 (constant 256 of type uint8) overflows uint8"
const e = ^uint8(0) + 1 // ERROR "^uint8(0) + 1 (constant 256 of type uint8) overflows uint8"
const f = int64(1) << 63 // ERROR "int64(1) << 63 (constant 9223372036854775808 of type int64) overflows int64"
const g uint = 0
const h = g - 1 // ERROR "g - 1 (constant -1 of type uint) overflows uint"

func main() {}
