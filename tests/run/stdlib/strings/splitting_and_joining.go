package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

func main() {
	for _, s := range []string{"", "a", "a,b,c", ",a,,b,", "one  two\tthree\n", " é世 ", "a\xffb", strings.Repeat("k=v;", 30)} {
		for _, sep := range []string{",", "", ";", "=v;", "  "} {
			fmt.Printf("%q %q\n", strings.Split(s, sep), strings.SplitAfter(s, sep))
			for _, n := range []int{-1, 0, 1, 2, 3} {
				fmt.Printf("%q %q %v\n", strings.SplitN(s, sep, n), strings.SplitAfterN(s, sep, n), strings.SplitN(s, sep, n) == nil)
			}
			fmt.Printf("%q %q\n", slices.Collect(strings.SplitSeq(s, sep)), slices.Collect(strings.SplitAfterSeq(s, sep)))
		}
		fmt.Printf("%q %q\n", strings.Fields(s), slices.Collect(strings.FieldsSeq(s)))
		isSep := func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) }
		fmt.Printf("%q %q\n", strings.FieldsFunc(s, isSep), slices.Collect(strings.FieldsFuncSeq(s, isSep)))
	}
	for line := range strings.Lines("one\ntwo\n\nlast") {
		fmt.Printf("%q\n", line)
	}
	for part := range strings.SplitSeq("a,b,c,d", ",") {
		if part == "c" {
			break
		}
		fmt.Println(part)
	}
	fmt.Printf("%q %q %q %q\n", strings.Join(nil, ","), strings.Join([]string{"x"}, ","), strings.Join([]string{"a", "", "é"}, ", "), strings.Join([]string{"a", "b"}, ""))
	fmt.Println(len(strings.Split("", ",")), len(strings.Split("", "")), len(strings.Fields("")))
}
