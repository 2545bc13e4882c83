package main

import (
	"fmt"
	"strings"
	"text/scanner"
)

func main() {
	for _, text := range []string{"", "a", "a\n", "\n\n", strings.Repeat("word\n", 3000) + "last", strings.Repeat("x ", 5000)} {
		var s scanner.Scanner
		s.Init(strings.NewReader(text))
		n := 0
		for s.Scan() != scanner.EOF {
			n++
		}
		fmt.Println(n, s.Position, s.Pos(), s.Line, s.Column, s.Offset)
	}
}
