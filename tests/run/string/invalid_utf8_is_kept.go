package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	s := "a\xe4\xb8z\xc0\x80\xf4\x90\x80\x80"
	fmt.Println(len(s), utf8.ValidString(s), utf8.RuneCountInString(s))
	for i, r := range s {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println()
	fmt.Printf("%q %+q %x\n", s, s, s)
	fmt.Println(string([]byte(s)) == s, string([]rune(s)) == s)
	m := map[string]int{"\xff": 1, "\xfe": 2}
	fmt.Println(m["\xff"], m["\xfe"], m["\uFFFD"])
	r, n := utf8.DecodeRuneInString("\xff")
	fmt.Println(r, n, utf8.RuneLen('世'), utf8.ValidRune(0xD800))
}
