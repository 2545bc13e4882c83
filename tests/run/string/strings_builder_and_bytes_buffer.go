package main

import (
	"bytes"
	"fmt"
	"strings"
)

func main() {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte{'w', 'o'})
	b.WriteByte('r')
	b.WriteRune('ł')
	fmt.Fprintf(&b, "%c%d", 'd', 1)
	fmt.Println(b.String(), b.Len())
	p := make([]byte, 4)
	n, err := b.Read(p)
	fmt.Println(n, err, string(p), b.Len())
	line, err := b.ReadString('r')
	fmt.Printf("%q %v %q\n", line, err, b.String())
	b.Truncate(1)
	b.Reset()
	_, err = b.ReadByte()
	fmt.Println(err, b.Len())
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Contains([]byte("abc"), []byte("bc")), bytes.Split([]byte("a,b"), []byte(",")), string(bytes.TrimSpace([]byte(" x "))))
	fmt.Println(bytes.Compare([]byte("a"), []byte("b")), bytes.Index([]byte("chicken"), []byte("ken")), string(bytes.Title([]byte("abc"))), string(bytes.Repeat([]byte("ab"), 2)))
	var sb strings.Builder
	sb.Grow(10)
	for i := range 3 {
		fmt.Fprint(&sb, i, ";")
	}
	s := sb.String()
	sb.WriteString("more")
	fmt.Println(s, sb.String(), sb.Len())
	r := strings.NewReader("read me")
	r.ReadByte()
	r.UnreadByte()
	c, _ := r.ReadByte()
	fmt.Println(string(c), r.Len(), r.Size())
}
