package main

import (
	"bytes"
	"fmt"
	"unicode"
)

func main() {
	texts := []string{"", "a", "chicken", "go gopher", " Hello, 世界! ", "a\xffb\xff", "\t\u2003x\u0085"}
	words := []string{"", "a", "ken", "go", "世", "\xff", "zzz"}
	for _, t := range texts {
		s := []byte(t)
		for _, w := range words {
			sep := []byte(w)
			fmt.Println(bytes.Index(s, sep), bytes.LastIndex(s, sep), bytes.Count(s, sep), bytes.Contains(s, sep),
				bytes.HasPrefix(s, sep), bytes.HasSuffix(s, sep), bytes.Compare(s, sep), bytes.Equal(s, sep),
				bytes.IndexAny(s, w), bytes.LastIndexAny(s, w), bytes.ContainsAny(s, w))
			before, after, ok := bytes.Cut(s, sep)
			fmt.Printf("%q %q %v ", before, after, ok)
			before, after, ok = bytes.CutLast(s, sep)
			fmt.Printf("%q %q %v ", before, after, ok)
			after, ok = bytes.CutPrefix(s, sep)
			before, ok2 := bytes.CutSuffix(s, sep)
			fmt.Printf("%q %v %q %v ", after, ok, before, ok2)
			fmt.Printf("%q %q %q %q %q\n", bytes.Trim(s, w+" "), bytes.TrimLeft(s, w), bytes.TrimRight(s, w), bytes.TrimPrefix(s, sep), bytes.TrimSuffix(s, sep))
		}
		for _, r := range []rune{'a', '世', 0xFFFD, -1} {
			fmt.Print(bytes.IndexRune(s, r), bytes.ContainsRune(s, r), " ")
		}
		fmt.Println(bytes.IndexByte(s, 'a'), bytes.LastIndexByte(s, 0xFF), bytes.IndexFunc(s, unicode.IsUpper), bytes.LastIndexFunc(s, unicode.IsLower), bytes.ContainsFunc(s, unicode.IsSpace))
		fmt.Printf("%q %v %q %q %q\n", bytes.TrimSpace(s), bytes.TrimSpace(s) == nil, bytes.TrimFunc(s, unicode.IsSpace), bytes.TrimLeftFunc(s, unicode.IsLetter), bytes.TrimRightFunc(s, unicode.IsPunct))
	}
	fmt.Println(bytes.EqualFold([]byte("Straſe"), []byte("STRASE")), bytes.Equal(nil, []byte{}), bytes.Compare(nil, []byte{1}))
}
