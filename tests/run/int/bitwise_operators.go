package main

import "fmt"

func main() {
	a, b := 0b1100, 0b1010
	fmt.Printf("%04b %04b %04b %04b\n", a&b, a|b, a^b, a&^b)
	fmt.Println(^a, ^0, ^-1, -a, a&-a)
	var u uint8 = 0b1100_0011
	fmt.Printf("%08b %08b %08b\n", ^u, u<<2, u>>2)
	var i int8 = -61
	fmt.Println(^i, i&0x0f, i|1, i^-1, i&^3)
	x, y := uint64(0xdeadbeefcafebabe), uint64(0x0123456789abcdef)
	fmt.Printf("%x %x %x %x\n", x&y, x|y, x^y, x&^y)
	fmt.Println(1|2&3 == 3, 1+2<<3, 1<<2+3, 6&3*2, 5&^1|8)
}
