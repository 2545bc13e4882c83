package main

import (
	"fmt"
	"go/constant"
	"go/scanner"
	"go/token"
)

func main() {
	for _, text := range []string{"\xfe\xff\x00p\x00a", "\xff\xfep\x00a\x00", "a \xff\xfe", "\xffa", "\xfea"} {
		var s scanner.Scanner
		file := token.NewFileSet().AddFile("x", -1, len(text))
		s.Init(file, []byte(text), func(at token.Position, why string) { fmt.Println(at, why) }, 0)
		for {
			_, t, lit := s.Scan()
			fmt.Printf("%v %q\n", t, lit)
			if t == token.EOF {
				break
			}
		}
	}
	for _, lit := range []string{
		"1e+1000000000i", "6e5518446744i", "-6e5518446744i", "1e1000000000i", "1e100i", "1e+1000000000", "-1e1000000000",
		"1e5000000i", "1e-1000000000i", "1e-1000000000", "xi", "0x1p5i",
	} {
		kind := token.FLOAT
		if lit[len(lit)-1] == 'i' {
			kind = token.IMAG
		}
		v := constant.MakeFromLiteral(lit, kind, 0)
		fmt.Println(lit, v.Kind(), v)
	}
}
