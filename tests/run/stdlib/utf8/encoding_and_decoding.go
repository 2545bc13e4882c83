package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	fmt.Println(utf8.RuneError, utf8.RuneSelf, utf8.MaxRune, utf8.UTFMax)
	for _, s := range []string{"", "a", "é", "世界", "😀x", "\xff", "\xc3", "\xe4\xb8", "\xf0\x9f\x98", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "a\xffb", "\ufffd", "ab\xc3"} {
		b := []byte(s)
		r, n := utf8.DecodeRuneInString(s)
		r2, n2 := utf8.DecodeRune(b)
		fmt.Print(r, n, r2, n2, " ")
		r, n = utf8.DecodeLastRuneInString(s)
		r2, n2 = utf8.DecodeLastRune(b)
		fmt.Println(r, n, r2, n2, utf8.FullRune(b), utf8.FullRuneInString(s), utf8.RuneCount(b), utf8.RuneCountInString(s), utf8.Valid(b), utf8.ValidString(s))
	}
	for _, r := range []rune{0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF, 0x110000, -1} {
		buf := make([]byte, 4)
		n := utf8.EncodeRune(buf, r)
		fmt.Printf("%x %d %d %v %q %d\n", buf[:n], n, utf8.RuneLen(r), utf8.ValidRune(r), utf8.AppendRune([]byte("<"), r), len(string(r)))
	}
	for _, c := range []byte{0, 'a', 0x80, 0xBF, 0xC0, 0xFF} {
		fmt.Print(utf8.RuneStart(c), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	utf8.EncodeRune(make([]byte, 2), '世')
}
