package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	texts := []string{"", "a", "chicken", "go gopher", "Hello, 世界!", "a\xffb\xff", "ééé", strings.Repeat("ab", 50) + "x"}
	words := []string{"", "a", "ken", "go", "世", "\xff", "é", "ééé", "bx", "zzz", "ab"}
	for _, s := range texts {
		for _, w := range words {
			fmt.Println(strings.Index(s, w), strings.LastIndex(s, w), strings.Count(s, w), strings.Contains(s, w),
				strings.HasPrefix(s, w), strings.HasSuffix(s, w), strings.Compare(s, w),
				strings.IndexAny(s, w), strings.LastIndexAny(s, w), strings.ContainsAny(s, w))
		}
		for _, r := range []rune{'a', 'e', 'é', '世', 0xFFFD, -1, 0xD800, 0x110000} {
			fmt.Print(strings.IndexRune(s, r), strings.ContainsRune(s, r), " ")
		}
		for _, c := range []byte{'a', 'o', 0xFF, 0xC3} {
			fmt.Print(strings.IndexByte(s, c), strings.LastIndexByte(s, c), " ")
		}
		fmt.Println(strings.IndexFunc(s, unicode.IsUpper), strings.LastIndexFunc(s, unicode.IsLower),
			strings.IndexFunc(s, func(r rune) bool { return r > 0x7F }), strings.ContainsFunc(s, unicode.IsSpace))
	}
	for _, p := range [][2]string{{"Go", "GO"}, {"ß", "SS"}, {"K", "\u212a"}, {"straſe", "STRASE"}, {"é", "É"}, {"a", "ab"}, {"", ""}, {"\xff", "\ufffd"}, {"abc", "abd"}} {
		fmt.Println(strings.EqualFold(p[0], p[1]), strings.Compare(p[0], p[1]), strings.Compare(p[1], p[0]))
	}
}
