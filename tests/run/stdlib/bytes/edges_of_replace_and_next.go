package main

import (
	"bytes"
	"fmt"
)

func next(b *bytes.Buffer, n int) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(e, b.Len(), b.UnreadByte())
		}
	}()
	fmt.Printf("%q %d %v\n", b.Next(n), b.Len(), b.UnreadByte())
}

func main() {
	for _, s := range []string{"", "abc", "aa"} {
		for _, old := range []string{"", "a", "x"} {
			for _, new := range []string{"", "a", "yy"} {
				for n := -1; n <= 1; n++ {
					r := bytes.Replace([]byte(s), []byte(old), []byte(new), n)
					fmt.Printf("%#v %v ", string(r), r == nil)
				}
			}
		}
		fmt.Println()
	}
	fmt.Println(bytes.ReplaceAll(nil, nil, nil) == nil, bytes.Replace(nil, []byte("a"), nil, -1) == nil)
	b := bytes.NewBufferString("hello world")
	b.ReadByte()
	for _, n := range []int{3, 0, -1, 2, 100, 1, -1} {
		next(b, n)
	}
}
