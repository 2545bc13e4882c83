package main

import (
	"bytes"
	"fmt"
	"index/suffixarray"
	"sort"
	"strings"
)

func main() {
	for _, text := range []string{"", "a", "aaaaaaaaaa", "banana", "mississippi", "\x00\xff\x00\xff", strings.Repeat("ab", 50), "abcabcabdabcabcabd"} {
		x := suffixarray.New([]byte(text))
		for _, s := range []string{"", "a", "ab", "ss", "an", "\x00", "\xff", "abd", "zz"} {
			found := x.Lookup([]byte(s), -1)
			sort.Ints(found)
			fmt.Println(found, len(x.Lookup([]byte(s), 2)))
		}
		var b bytes.Buffer
		err := x.Write(&b)
		var y suffixarray.Index
		fmt.Println(err, y.Read(&b), string(y.Bytes()) == text)
	}
}
