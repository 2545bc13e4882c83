package main

import (
	"bytes"
	"fmt"
	"unicode"
)

func main() {
	for _, t := range []string{"", "a,b,c", " one  two\n", "é世", "a\xffb"} {
		s := []byte(t)
		for _, sep := range []string{",", "", " "} {
			fmt.Printf("%q %q\n", bytes.Split(s, []byte(sep)), bytes.SplitAfter(s, []byte(sep)))
			fmt.Printf("%q %q %v\n", bytes.SplitN(s, []byte(sep), 2), bytes.SplitAfterN(s, []byte(sep), 2), bytes.SplitN(s, nil, 0) == nil)
			for part := range bytes.SplitSeq(s, []byte(sep)) {
				fmt.Printf("%q ", part)
			}
			for part := range bytes.SplitAfterSeq(s, []byte(sep)) {
				fmt.Printf("%q ", part)
			}
			fmt.Println()
		}
		fmt.Printf("%q %q\n", bytes.Fields(s), bytes.FieldsFunc(s, unicode.IsPunct))
		for f := range bytes.FieldsSeq(s) {
			fmt.Printf("%q %d ", f, cap(f))
		}
		for f := range bytes.FieldsFuncSeq(s, unicode.IsLetter) {
			fmt.Printf("%q ", f)
		}
		for l := range bytes.Lines(s) {
			fmt.Printf("%q ", l)
		}
		fmt.Println()
		fmt.Printf("%q %q %q %q\n", bytes.ToUpper(s), bytes.ToLower(s), bytes.ToTitle(s), bytes.Title(s))
		fmt.Printf("%q %q %q\n", bytes.ToUpperSpecial(unicode.TurkishCase, s), bytes.ToLowerSpecial(unicode.TurkishCase, s), bytes.ToTitleSpecial(unicode.TurkishCase, s))
		fmt.Printf("%q %q %v %q\n", bytes.ToValidUTF8(s, []byte("?")), bytes.Clone(s), bytes.Runes(s), bytes.Map(func(r rune) rune { return r + 1 }, s))
		fmt.Printf("%q %q\n", bytes.ReplaceAll(s, []byte(","), []byte(";;")), bytes.Replace(s, nil, []byte("-"), 2))
	}
	fmt.Printf("%q %q\n", bytes.Join([][]byte{[]byte("a"), nil, []byte("b")}, []byte(", ")), bytes.Repeat([]byte("ab"), 3))
	fmt.Println(bytes.Clone(nil) == nil, bytes.Join(nil, nil) == nil)

	// A changed copy never shares the memory of the original.
	s := []byte("UPPER")
	u := bytes.ToUpper(s)
	u[0] = 'x'
	fmt.Println(string(s), string(u))
	// A field can't be appended into its neighbour.
	text := []byte("a b")
	f := bytes.Fields(text)
	f[0] = append(f[0], 'X')
	fmt.Printf("%q %q\n", text, f)

	for _, f := range []func(){
		func() { bytes.Repeat([]byte("x"), -1) },
		func() { bytes.Repeat([]byte("xx"), 1<<62) },
		func() { new(bytes.Buffer).Grow(-1) },
		func() { new(bytes.Buffer).Truncate(1) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
