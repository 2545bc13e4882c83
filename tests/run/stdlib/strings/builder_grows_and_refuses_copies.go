package main

import (
	"fmt"
	"strings"
)

func main() {
	var b strings.Builder
	fmt.Println(b.Len(), b.Cap(), b.String() == "")
	for i := range 5 {
		fmt.Fprintf(&b, "%d,", i)
	}
	b.WriteByte('x')
	n, err := b.WriteRune('世')
	fmt.Println(n, err)
	n, err = b.WriteRune(-1)
	fmt.Println(n, err)
	n, err = b.WriteString("end")
	fmt.Println(n, err)
	n, err = b.Write([]byte("!!"))
	fmt.Println(n, err, b.Len())
	s := b.String()
	b.WriteString(" more")
	fmt.Printf("%q %q\n", s, b.String())
	b.Reset()
	fmt.Println(b.Len(), b.Cap())
	b.Grow(100)
	fmt.Println(b.Len(), b.Cap() >= 100)
	b.WriteString("kept")
	b.Grow(1000)
	fmt.Println(b.String(), b.Cap() >= 1004)

	var long strings.Builder
	for i := range 10000 {
		long.WriteByte(byte('a' + i%26))
	}
	fmt.Println(long.Len(), long.String()[9990:])

	defer func() { fmt.Println(recover()) }()
	c := b
	c.WriteByte('x')
}
