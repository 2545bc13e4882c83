package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	html := strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;")
	fmt.Println(html.Replace("This is <b>HTML</b> & more!"))
	n, err := html.WriteString(os.Stdout, "<&>\n")
	fmt.Println(n, err)
	for _, pairs := range [][]string{
		{}, {"a", "1"}, {"a", "1", "aa", "2"}, {"aa", "2", "a", "1"}, {"", "X"}, {"b", "Y", "", "X"}, {"", "X", "b", "Y"},
		{"a", "b", "b", "a"}, {"abc", "", "ab", "-"}, {"世", "world", "é", "e"}, {"a", "1", "a", "2"}, {"x", ""},
	} {
		r := strings.NewReplacer(pairs...)
		for _, s := range []string{"", "aaa", "abcab", "é世a", "xxyxx", "zzz"} {
			fmt.Printf("%q ", r.Replace(s))
		}
		fmt.Println()
	}
}
