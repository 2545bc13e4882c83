package main

import (
	"fmt"
	"unicode"
)

func main() {
	runes := []rune{'a', 'Z', '5', ' ', '\t', '!', '+', 0, 0x7F, 0x85, 0xA0, 0xAD, 'é', 'ß', 'ǅ', 'ʰ', '世', '٣', '½', 'Ⅷ', '\u0301', '€', '😀', '\u2028', '\u200b', 0xE000, 0xFFFD, 0xFFFF, 0x10FFFF, 0x110000, -1, 'İ', 'ı', 'K', '\u212a', 'ſ', 'ά', '𐐀', 'Ꭰ', 'ꭰ'}
	for _, r := range runes {
		fmt.Println(r, unicode.IsControl(r), unicode.IsDigit(r), unicode.IsGraphic(r), unicode.IsLetter(r), unicode.IsLower(r), unicode.IsMark(r), unicode.IsNumber(r),
			unicode.IsPrint(r), unicode.IsPunct(r), unicode.IsSpace(r), unicode.IsSymbol(r), unicode.IsTitle(r), unicode.IsUpper(r))
		fmt.Println(unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r),
			unicode.To(unicode.UpperCase, r), unicode.To(unicode.LowerCase, r), unicode.To(unicode.TitleCase, r), unicode.To(9, r))
		fmt.Println(unicode.TurkishCase.ToUpper(r), unicode.TurkishCase.ToLower(r), unicode.AzeriCase.ToTitle(r))
	}
	// A sum over all code points stands for each of them.
	counts := [13]int{}
	sum := 0
	for r := rune(0); r < 0x20000; r++ {
		for i, is := range []func(rune) bool{unicode.IsControl, unicode.IsDigit, unicode.IsGraphic, unicode.IsLetter, unicode.IsLower, unicode.IsMark, unicode.IsNumber, unicode.IsPrint, unicode.IsPunct, unicode.IsSpace, unicode.IsSymbol, unicode.IsTitle, unicode.IsUpper} {
			if is(r) {
				counts[i]++
			}
		}
		sum = sum*31 + int(unicode.ToUpper(r)) + 2*int(unicode.ToLower(r)) + 3*int(unicode.ToTitle(r)) + 5*int(unicode.SimpleFold(r))
	}
	fmt.Println(counts, sum)
}
