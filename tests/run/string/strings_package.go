package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	s := "  The quick brown fox  "
	fmt.Printf("%q %q %q\n", strings.TrimSpace(s), strings.TrimLeft(s, " T"), strings.TrimSuffix(s, "x  "))
	fmt.Printf("%q %q\n", strings.Fields(s), strings.Split("a,b,,c", ","))
	fmt.Printf("%q %q %q\n", strings.SplitN("a,b,c,d", ",", 2), strings.SplitAfter("a,b", ","), strings.Split("héy", ""))
	fmt.Println(strings.Index("chicken", "ken"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'z'), strings.IndexAny("golang", "ny"), strings.IndexRune("chicken", 'k'))
	fmt.Println(strings.ToUpper("héllo ß"), strings.ToLower("ÀB"), strings.Title("foo bar"), strings.EqualFold("Straße", "STRAßE"))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("aaa", "a", "b"), strings.Count("cheese", "e"), strings.Count("five", ""))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'o' {
			return -1
		}
		return r + 1
	}, "foobar"))
	fmt.Println(strings.HasPrefix("golang", "go"), strings.Contains("abc", "bc"), strings.ContainsRune("abc", 'x'), strings.ContainsAny("abc", "xyzc"))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	fmt.Println(strings.TrimFunc("123abc456", unicode.IsDigit), strings.FieldsFunc("a1b2c", unicode.IsDigit))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>bold</b>"))
	fmt.Println(strings.Compare("a", "b"), strings.Trim("xxhixx", "x"), strings.TrimRight("abcc", "c"))
}
