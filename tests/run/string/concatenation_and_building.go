package main

import (
	"fmt"
	"strings"
)

func main() {
	s := ""
	for i := range 5 {
		s += string(rune('a'+i)) + "-"
	}
	fmt.Println(s)
	t := s
	s += "end"
	fmt.Println(t, s)
	var b strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteByte('!')
	b.WriteRune('世')
	b.WriteString("done")
	fmt.Println(b.String(), b.Len())
	fmt.Println("a"+"b"+"c" == "abc", len("é"+"é"))
	parts := []string{"x", "y", "z"}
	fmt.Println(strings.Join(parts, "+"), strings.Repeat("ab", 3))
}
