package main

import (
	"fmt"
	"unicode/utf16"
)

func main() {
	for _, r := range []rune{0, 'a', 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF, 0x110000, -1} {
		a, b := utf16.EncodeRune(r)
		fmt.Println(r, utf16.IsSurrogate(r), a, b, utf16.RuneLen(r), utf16.DecodeRune(a, b), utf16.AppendRune(nil, r), utf16.Encode([]rune{'x', r, 'y'}))
	}
	fmt.Println(utf16.DecodeRune(0xD83D, 0xDE00), utf16.DecodeRune(0xDE00, 0xD83D), utf16.DecodeRune('a', 'b'))
	fmt.Println(string(utf16.Decode([]uint16{'h', 0xE9, 0x4E16, 0xD83D, 0xDE00})), utf16.Decode([]uint16{0xD800, 'a', 0xDC00, 0xD800}), utf16.Decode(nil))
}
