package main

import (
	"fmt"
	"unicode"
)

func main() {
	fmt.Println(unicode.Version, unicode.MaxRune, unicode.ReplacementChar, unicode.MaxASCII, unicode.MaxLatin1, unicode.UpperLower, unicode.MaxCase)
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.Is(unicode.Latin, '世'), unicode.Is(unicode.Greek, 'α'), unicode.Is(unicode.Cyrillic, 'я'), unicode.Is(unicode.Lu, 'A'), unicode.Is(unicode.Hiragana, 'あ'))
	fmt.Println(unicode.In('5', unicode.Letter, unicode.Digit), unicode.In('-', unicode.Letter), unicode.IsOneOf([]*unicode.RangeTable{unicode.Space, unicode.Punct}, ' '), unicode.In('x'))
	fmt.Println(unicode.Is(unicode.White_Space, 0x3000), unicode.Is(unicode.Adlam, 0x1E900), unicode.Is(unicode.Adlam, 'a'), unicode.Is(unicode.Hex_Digit, 'F'), unicode.Is(unicode.Letter, -1))
	own := &unicode.RangeTable{R16: []unicode.Range16{{Lo: 'a', Hi: 'k', Stride: 2}}, R32: []unicode.Range32{{Lo: 0x10000, Hi: 0x10010, Stride: 1}}}
	for _, r := range []rune{'a', 'b', 'c', 'k', 'l', 0x10000, 0x10010, 0x10011} {
		fmt.Print(unicode.Is(own, r), " ")
	}
	fmt.Println()
	fmt.Println(len(unicode.Categories), len(unicode.Scripts), len(unicode.Properties), len(unicode.FoldCategory), len(unicode.FoldScript), len(unicode.CategoryAliases), len(unicode.CaseRanges))
	fmt.Println(unicode.Categories["Lu"] == unicode.Upper, unicode.Scripts["Han"] == unicode.Han, unicode.CategoryAliases["Uppercase_Letter"], *unicode.Categories["Zs"], unicode.Lt.LatinOffset, unicode.P.LatinOffset)
	fmt.Println(unicode.CaseRanges[0], unicode.CaseRanges[20], len(unicode.GraphicRanges), len(unicode.PrintRanges))
	n := 0
	for _, t := range unicode.Scripts {
		n += len(t.R16) + len(t.R32)
	}
	fmt.Println(n)
}
