package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

func main() {
	r := bytes.NewReader([]byte("a世b\xff"))
	fmt.Println(r.Len(), r.Size(), r.UnreadByte(), r.UnreadRune())
	c, err := r.ReadByte()
	fmt.Println(c, err)
	ch, size, err := r.ReadRune()
	fmt.Println(string(ch), size, err, r.UnreadRune(), r.UnreadRune(), r.UnreadByte())
	fmt.Println(r.Seek(-1, io.SeekEnd))
	ch, size, err = r.ReadRune()
	fmt.Println(ch, size, err)
	ch, size, err = r.ReadRune()
	fmt.Println(ch, size, err)
	fmt.Println(r.Seek(-9, io.SeekCurrent))
	fmt.Println(r.Seek(0, -1))
	buf := make([]byte, 3)
	n, err := r.ReadAt(buf, 4)
	fmt.Println(n, err, buf)
	n, err = r.ReadAt(buf, -4)
	fmt.Println(n, err)
	n, err = r.Read(buf)
	fmt.Println(n, err)
	r.Reset([]byte("again\n"))
	n, err = r.Read(buf)
	fmt.Println(n, err, string(buf))
	m, err := r.WriteTo(os.Stdout)
	fmt.Println(m, err)
}
