package main

import "fmt"

func main() {
	n := 0x1234_5678_9abc_def0
	fmt.Println(int8(n), int16(n), int32(n), int64(n), uint8(n), uint16(n), uint32(n), uint64(n))
	m := -1
	fmt.Println(int8(m), uint8(m), uint16(m), uint32(m), uint64(m), uint(m), uintptr(m))
	var i8 int8 = -128
	fmt.Println(uint8(i8), int(i8), uint16(i8), uint64(i8), int64(uint8(i8)))
	var u8 uint8 = 200
	fmt.Println(int8(u8), int(u8), int16(int8(u8)))
	type mine uint16
	fmt.Println(mine(n), int8(mine(n)))
	var b byte = 65
	fmt.Println(rune(b), string(rune(b)))
}
