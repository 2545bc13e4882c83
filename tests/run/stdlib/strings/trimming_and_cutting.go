package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	for _, s := range []string{"", " ", "  x ", "\t a b \n", "\u2003é\u0085", "¡¡Hello!!", "xxhixx", "\xffa\xff", "世界世"} {
		fmt.Printf("%q %q %q %q\n", strings.TrimSpace(s), strings.Trim(s, "x¡! "), strings.TrimLeft(s, "¡x世"), strings.TrimRight(s, "!x世\xff"))
		fmt.Printf("%q %q %q\n", strings.TrimFunc(s, unicode.IsSpace), strings.TrimLeftFunc(s, unicode.IsPunct), strings.TrimRightFunc(s, unicode.IsLetter))
		fmt.Printf("%q %q\n", strings.TrimPrefix(s, "xx"), strings.TrimSuffix(s, "世"))
		for _, sep := range []string{"l", "x", "", "世"} {
			a, b, ok := strings.Cut(s, sep)
			fmt.Printf("%q %q %v ", a, b, ok)
			a, b, ok = strings.CutLast(s, sep)
			fmt.Printf("%q %q %v ", a, b, ok)
			a, ok = strings.CutPrefix(s, sep)
			b, ok2 := strings.CutSuffix(s, sep)
			fmt.Printf("%q %v %q %v\n", a, ok, b, ok2)
		}
	}
}
