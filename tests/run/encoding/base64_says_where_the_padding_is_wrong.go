package main

import (
	"encoding/base64"
	"fmt"
)

func main() {
	for _, s := range []string{"aa= =", "aa =", "aa= ", "a", "aa", "aa=", "aa===", "aaa=a", "aaaa=", "a=aa", "=", "aa\n==", "aa=\n=", "aa=x", "aaax=", "aa==a", "aa==\n", "aaa", "aaa*", " aaa", "aa  =="} {
		for _, e := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.StdEncoding.Strict()} {
			b, err := e.DecodeString(s)
			fmt.Printf("%q %v %v\n", s, b, err)
			b, err = e.AppendDecode(nil, []byte(s))
			fmt.Printf("%q %v %v\n", s, b, err)
		}
	}
}
