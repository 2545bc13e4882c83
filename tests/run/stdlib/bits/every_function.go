package main

import (
	"fmt"
	"math/bits"
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	f()
}

func main() {
	fmt.Println(bits.UintSize)
	for _, x := range []uint64{0, 1, 2, 3, 0x80, 0xff, 0x100, 0x8000, 0xf0f1, 1 << 31, 0xdeadbeef, 1 << 32, 0x0123456789abcdef, 1<<63 - 1, 1 << 63, 1<<64 - 1} {
		fmt.Println(x,
			bits.LeadingZeros(uint(x)), bits.LeadingZeros8(uint8(x)), bits.LeadingZeros16(uint16(x)), bits.LeadingZeros32(uint32(x)), bits.LeadingZeros64(x),
			bits.TrailingZeros(uint(x)), bits.TrailingZeros8(uint8(x)), bits.TrailingZeros16(uint16(x)), bits.TrailingZeros32(uint32(x)), bits.TrailingZeros64(x),
			bits.OnesCount(uint(x)), bits.OnesCount8(uint8(x)), bits.OnesCount16(uint16(x)), bits.OnesCount32(uint32(x)), bits.OnesCount64(x),
			bits.Len(uint(x)), bits.Len8(uint8(x)), bits.Len16(uint16(x)), bits.Len32(uint32(x)), bits.Len64(x))
		fmt.Println(bits.Reverse(uint(x)), bits.Reverse8(uint8(x)), bits.Reverse16(uint16(x)), bits.Reverse32(uint32(x)), bits.Reverse64(x),
			bits.ReverseBytes(uint(x)), bits.ReverseBytes16(uint16(x)), bits.ReverseBytes32(uint32(x)), bits.ReverseBytes64(x))
		for _, k := range []int{0, 1, 7, 8, 31, 33, 64, 100, -1, -9, -64, -1 << 63} {
			fmt.Print(bits.RotateLeft(uint(x), k), bits.RotateLeft8(uint8(x), k), bits.RotateLeft16(uint16(x), k), bits.RotateLeft32(uint32(x), k), bits.RotateLeft64(x, k), " ")
		}
		fmt.Println()
		for _, y := range []uint64{1, 3, 0xffffffff, 1 << 63, 1<<64 - 1} {
			for carry := range uint64(2) {
				fmt.Print(bits.Add(uint(x), uint(y), uint(carry)))
				fmt.Print(bits.Add32(uint32(x), uint32(y), uint32(carry)))
				fmt.Print(bits.Add64(x, y, carry))
				fmt.Print(bits.Sub(uint(x), uint(y), uint(carry)))
				fmt.Print(bits.Sub32(uint32(x), uint32(y), uint32(carry)))
				fmt.Print(bits.Sub64(x, y, carry))
			}
			fmt.Print(bits.Mul(uint(x), uint(y)))
			fmt.Print(bits.Mul32(uint32(x), uint32(y)))
			fmt.Println(bits.Mul64(x, y))
			try(func() { fmt.Println(bits.Div(uint(x), 12345, uint(y))) })
			try(func() { fmt.Println(bits.Div32(uint32(x), 12345, uint32(y))) })
			try(func() { fmt.Println(bits.Div64(x, 12345, y)) })
			fmt.Println(bits.Rem(uint(x), 12345, uint(y)), bits.Rem64(x, 12345, y))
			try(func() { fmt.Println(bits.Rem32(uint32(x), 12345, uint32(y))) })
		}
	}
	zero := uint64(0)
	try(func() { bits.Div(1, 2, uint(zero)) })
	try(func() { bits.Div32(1, 2, uint32(zero)) })
	try(func() { bits.Div64(1, 2, zero) })
	try(func() { bits.Rem(1, 2, uint(zero)) })
	try(func() { bits.Rem32(1, 2, uint32(zero)) })
	try(func() { bits.Rem64(1, 2, zero) })
}
