package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	r := strings.NewReader("héllo, 世界\xff")
	fmt.Println(r.Len(), r.Size())
	fmt.Println(r.UnreadByte(), r.UnreadRune())
	c, err := r.ReadByte()
	fmt.Println(c, err, r.Len())
	for {
		ch, size, err := r.ReadRune()
		if err != nil {
			fmt.Println(ch, size, err)
			break
		}
		fmt.Print(string(ch), size, " ")
	}
	fmt.Println(r.UnreadRune())
	fmt.Println(r.UnreadByte(), r.Len())
	fmt.Println(r.Seek(1, io.SeekStart))
	ch, _, _ := r.ReadRune()
	fmt.Println(string(ch), r.UnreadRune(), r.UnreadRune())
	fmt.Println(r.Seek(-3, io.SeekEnd))
	fmt.Println(r.Seek(-1, io.SeekCurrent))
	fmt.Println(r.Seek(-100, io.SeekCurrent))
	fmt.Println(r.Seek(0, 7))
	buf := make([]byte, 4)
	n, err := r.ReadAt(buf, 3)
	fmt.Println(n, err, string(buf))
	n, err = r.ReadAt(buf, 12)
	fmt.Println(n, err)
	n, err = r.ReadAt(buf, 100)
	fmt.Println(n, err)
	n, err = r.ReadAt(buf, -1)
	fmt.Println(n, err)
	n, err = r.Read(buf)
	fmt.Println(n, err, buf[:n])
	r.Seek(50, io.SeekStart)
	n, err = r.Read(buf)
	fmt.Println(n, err, r.Len())
	r.Reset("again\n")
	m, err := r.WriteTo(os.Stdout)
	fmt.Println(m, err)
	m, err = r.WriteTo(os.Stdout)
	fmt.Println(m, err)
	all, err := io.ReadAll(strings.NewReader(strings.Repeat("x", 1000)))
	fmt.Println(len(all), err)
	var zero strings.Reader
	_, err = zero.ReadByte()
	fmt.Println(zero.Len(), zero.Size(), err)
}
