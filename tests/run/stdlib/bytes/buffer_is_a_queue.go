package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type broken struct{}

func (broken) Read(p []byte) (int, error) {
	return copy(p, "some"), errors.New("broken")
}

type negative struct{}

func (negative) Read(p []byte) (int, error) { return -1, nil }

func main() {
	var b bytes.Buffer
	var none *bytes.Buffer
	fmt.Println(b.Len(), b.Cap(), none.String(), bytes.MinRead, bytes.ErrTooLarge)
	b.WriteString("hello, ")
	b.Write([]byte("世界"))
	b.WriteByte('!')
	n, err := b.WriteRune('é')
	fmt.Println(n, err, b.Len(), b.Cap(), b.Available(), len(b.AvailableBuffer()))
	fmt.Fprintf(&b, " %d", 42)
	fmt.Println(b.String(), string(b.Bytes()))
	p, err := b.Peek(5)
	fmt.Printf("%q %v\n", p, err)
	p, err = b.Peek(500)
	fmt.Printf("%q %v\n", p, err)
	fmt.Printf("%q\n", b.Next(3))
	fmt.Println(b.UnreadByte(), b.UnreadByte())
	c, err := b.ReadByte()
	fmt.Println(c, err, b.UnreadRune())
	line, err := b.ReadString(' ')
	fmt.Printf("%q %v\n", line, err)
	r, size, err := b.ReadRune()
	fmt.Println(string(r), size, err, b.UnreadRune(), b.UnreadRune())
	part, err := b.ReadBytes('!')
	fmt.Printf("%q %v\n", part, err)
	b.Truncate(2)
	fmt.Printf("%q\n", b.String())
	line, err = b.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	_, err = b.ReadByte()
	fmt.Println(err)
	_, _, err = b.ReadRune()
	fmt.Println(err)
	n, err = b.Read(make([]byte, 3))
	fmt.Println(n, err)
	n, err = b.Read(nil)
	fmt.Println(n, err)

	m, err := b.ReadFrom(strings.NewReader(strings.Repeat("0123456789", 200)))
	fmt.Println(m, err, b.Len())
	three := make([]byte, 3)
	n, err = b.Read(three)
	fmt.Println(n, err, string(three))
	b.Reset()
	m, err = b.ReadFrom(broken{})
	fmt.Println(m, err, b.String())
	b.WriteByte('\n')
	m, err = b.WriteTo(os.Stdout)
	fmt.Println(m, err, b.Len())
	func() {
		defer func() { fmt.Println(recover()) }()
		b.ReadFrom(negative{})
	}()

	fmt.Println(bytes.NewBufferString("abc").String(), bytes.NewBuffer([]byte("xyz")).Len())
	q := bytes.NewBuffer(nil)
	total := 0
	for i := range 1000 {
		fmt.Fprintf(q, "%d;", i)
		if i%3 == 0 {
			s, _ := q.ReadString(';')
			total += len(s)
		}
	}
	rest, _ := io.ReadAll(q)
	fmt.Println(total, len(rest), string(rest[:12]))
	var g bytes.Buffer
	g.Grow(10)
	fmt.Println(g.Cap() >= 10, g.Len())
}
