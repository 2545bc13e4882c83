package main

import (
	"fmt"
	"regexp"
)

func main() {
	for _, e := range []string{`^abc$`, `^abc`, `^0^`, `^^0$$`, `abc`, `abc$`, `^abc(x|y)$`, `^ab(c)$`, `^(abc)$`, `(?i)abc`, `^$`, `^`, `^a.c$`, `\Aabc\z`, `(?m)^abc$`, `ab|cd`, `^(ab|ac)$`, `^a+$`} {
		p, c := regexp.MustCompile(e).LiteralPrefix()
		fmt.Printf("%s %q %v\n", e, p, c)
	}
}
