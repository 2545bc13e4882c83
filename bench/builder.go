// Building strings: a million small pieces, then counting bytes.
package main

import (
	"fmt"
	"strings"
)

func main() {
	var b strings.Builder
	for i := 0; i < 1_000_000; i++ { // quick: 100_000
		b.WriteString("ab")
		b.WriteByte(byte('0' + i%10))
	}
	s := b.String()
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '7' {
			n++
		}
	}
	fmt.Println(len(s), n, strings.Count(s, "b1a"))
}
