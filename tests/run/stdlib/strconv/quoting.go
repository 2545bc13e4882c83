package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"", "abc", "a\"b'c`", "tab\tnl\n\r\a\b\f\v\\", "é世😀", "\x00\x1f\x7f", "\xff\xc3(", "\u00a0\u200b\ufeff\ufffd\u2028", "\U0010ffff\U000e0001"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		fmt.Println(string(strconv.AppendQuote([]byte("<"), s)), string(strconv.AppendQuoteToASCII([]byte("<"), s)), string(strconv.AppendQuoteToGraphic([]byte("<"), s)))
	}
	for _, r := range []rune{'a', '\'', '"', '\n', 'é', '世', '😀', 0, 0x7F, 0xA0, 0xD800, 0x110000, -1, 0xFFFD, '\\', 0x3000} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
		fmt.Println(string(strconv.AppendQuoteRune(nil, r)), string(strconv.AppendQuoteRuneToASCII(nil, r)), string(strconv.AppendQuoteRuneToGraphic(nil, r)))
	}
	for _, s := range []string{"", `"`, `""`, `"abc"`, `"a\tb\x41\101\u00e9\U0001F600"`, "`raw\\n`", "`a\r\nb`", `'x'`, `'\''`, `'ab'`, `''`, `"\'"`, `"\400"`, `"\ud800"`, "\"\n\"", `"a"b`, `abc`, `"\`, `"\x4"`, "\"\xff\"", `'世'`} {
		out, err := strconv.Unquote(s)
		prefix, err2 := strconv.QuotedPrefix(s)
		fmt.Printf("%q %v %q %v\n", out, err, prefix, err2)
	}
	for _, s := range []string{"", "a", "é", "\xff", `\n`, `\x41rest`, `\101x`, `\u00e9`, `\U0001F600`, `\'`, `\"`, "'", `"`, `\`, `\z`, `\777`, `\U00110000`, `\xg1`} {
		for _, q := range []byte{0, '\'', '"'} {
			v, multi, tail, err := strconv.UnquoteChar(s, q)
			fmt.Printf("%d %v %q %v; ", v, multi, tail, err)
		}
		fmt.Println()
	}
}
