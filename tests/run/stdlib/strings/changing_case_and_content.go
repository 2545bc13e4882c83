package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	for _, s := range []string{"", "abc", "ABC", "Hello, World_2 x", "gopher éß ǆ", "İstanbul ıi", "a\xffb", "世界", "ᾳ ﬁ ſ"} {
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s))
		fmt.Printf("%q %q %q\n", strings.ToUpperSpecial(unicode.TurkishCase, s), strings.ToLowerSpecial(unicode.TurkishCase, s), strings.ToTitleSpecial(unicode.AzeriCase, s))
		fmt.Printf("%q %q\n", strings.ToValidUTF8(s, "?"), strings.Clone(s))
		fmt.Printf("%q\n", strings.Map(func(r rune) rune {
			switch {
			case r == 'a':
				return -1
			case r == 'b':
				return '世'
			case r == 'c':
				return 0xD800
			}
			return r
		}, s))
		for _, old := range []string{"", "b", "l", "ll", "世", "\xff"} {
			fmt.Printf("%q %q %q\n", strings.ReplaceAll(s, old, "<>"), strings.Replace(s, old, "", 1), strings.Replace(s, old, "-", 0))
		}
	}
	fmt.Printf("%q %q %q\n", strings.Repeat("ab", 3), strings.Repeat("", 5), strings.Repeat("x", 0))
	fmt.Println(len(strings.Repeat("0123456789", 100000)))
	fmt.Printf("%q\n", strings.ToValidUTF8("a\xff\xfeb\xc3", ""))
	for _, f := range []func(){
		func() { strings.Repeat("x", -1) },
		func() { strings.Repeat("xx", 1<<62) },
		func() { strings.NewReplacer("a") },
		func() { new(strings.Builder).Grow(-1) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
