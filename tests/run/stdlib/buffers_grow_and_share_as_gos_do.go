package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

type logged struct {
	bytes.Buffer
	name string
}

func main() {
	// Growth shows in capacities.
	var b bytes.Buffer
	last := -1
	for i := range 5000 {
		switch i % 4 {
		case 0:
			b.WriteByte(byte(i))
		case 1:
			b.WriteString("hello, world")
		case 2:
			b.Write([]byte{1, 2, 3})
		case 3:
			b.WriteRune('é')
		}
		if b.Cap() != last {
			last = b.Cap()
			fmt.Print(i, ":", last, ":", b.Len(), " ")
		}
	}
	fmt.Println()
	// Writing between reads moves what is unread.
	var q bytes.Buffer
	p := make([]byte, 10)
	for i := range 300 {
		q.WriteString("0123456789abcdef")
		q.Read(p)
		if i%7 == 0 {
			q.Next(20)
		}
		if i%25 == 0 {
			fmt.Print(q.Len(), "/", q.Cap(), "/", q.Available(), " ")
		}
	}
	fmt.Println()
	// A buffer over a slice of the program writes to it.
	own := make([]byte, 3, 10)
	o := bytes.NewBuffer(own)
	o.WriteString("xyz")
	fmt.Println(own[:6], o.Cap())
	o.Write(o.Bytes())
	fmt.Println(o.Bytes(), own[:9])
	o.WriteString("more than fits")
	o.WriteByte('!')
	fmt.Println(o.String(), own[:10])
	// What is written may be part of the buffer, also when that grows.
	s := bytes.NewBufferString("abc")
	for range 5 {
		s.Write(s.Bytes())
	}
	fmt.Println(s.Len(), s.String()[90:])
	// Runes that are none; the empty string.
	var r bytes.Buffer
	for _, c := range []rune{'a', 0x7f, 0x80, 0x7ff, 0x800, 0xd800, 0xffff, 0x10000, 0x10ffff, 0x110000, -1} {
		n, err := r.WriteRune(c)
		fmt.Print(n, err, " ")
	}
	n, err := r.WriteString("")
	fmt.Println(n, err, r.Cap(), fmt.Sprintf("%x", r.Bytes()))
	// Unreading is not possible after writing.
	u := bytes.NewBufferString("ab")
	u.ReadByte()
	u.WriteByte('c')
	fmt.Println(u.UnreadByte(), u.String())
	var empty bytes.Buffer
	fmt.Println(empty.Cap(), empty.Bytes() == nil)
	empty.Write(nil)
	fmt.Println(empty.Cap(), empty.Bytes() == nil)
	empty.WriteByte(1)
	fmt.Println(empty.Cap())
	// Promoted and as values.
	l := logged{name: "l"}
	l.WriteString("promoted")
	write := l.WriteByte
	write('.')
	put := (*bytes.Buffer).WriteString
	put(&l.Buffer, "..")
	fmt.Println(l.String())
	func() {
		defer func() { fmt.Println(recover()) }()
		var none *bytes.Buffer
		none.WriteByte(1)
	}()
	// Builders.
	var sb strings.Builder
	last = -1
	for range 300 {
		sb.WriteRune('日')
		sb.WriteRune('x')
		if sb.Cap() != last {
			last = sb.Cap()
			fmt.Print(last, " ")
		}
	}
	fmt.Println(sb.Len())
	func() {
		defer func() { fmt.Println(recover()) }()
		c := sb
		c.WriteRune('x')
	}()
	var a []byte
	for c := rune(0x70); c < 0x90; c++ {
		a = utf8.AppendRune(a, c)
	}
	fmt.Println(a, cap(a), utf8.AppendRune(a[:2:2], -5), utf8.AppendRune(nil, 0xdfff))
}
