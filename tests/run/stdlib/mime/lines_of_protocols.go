package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"strings"
)

func main() {
	reader := func(s string) *textproto.Reader { return textproto.NewReader(bufio.NewReader(strings.NewReader(s))) }
	r := reader("line1\nline2\r\n\nfirst\n second\n\t third \nlast")
	fmt.Println(r.ReadLine())
	b, err := r.ReadLineBytes()
	fmt.Println(string(b), err)
	fmt.Println(r.ReadContinuedLine())
	fmt.Println(r.ReadContinuedLine())
	b, err = r.ReadContinuedLineBytes()
	fmt.Println(string(b), err)
	fmt.Println(r.ReadLine())
	r = reader("123 hi\n234 bye\n345 no way\n")
	fmt.Println(r.ReadCodeLine(0))
	fmt.Println(r.ReadCodeLine(23))
	fmt.Println(r.ReadCodeLine(346))
	fmt.Println(r.ReadCodeLine(1))
	for _, s := range []string{"230-Anonymous access granted, restrictions apply\nRead the file README.txt,\n230  please", "230-Anonymous\n230-more\n230 end\n", "400 single", "400-a\n400 b", "40 x", "abc x", "250-x\n250", "250-unfinished"} {
		for _, expect := range []int{0, 2, 230, 4} {
			code, msg, err := reader(s).ReadResponse(expect)
			fmt.Printf("%d %q %v; ", code, msg, err)
		}
		fmt.Println()
	}
	r = reader("dotlines\n.foo\n..bar\n...baz\nquux\n\n.\nanother\r\n..x\r\n.\r\nrest")
	fmt.Println(r.ReadDotLines())
	b, err = r.ReadDotBytes()
	fmt.Printf("%q %v\n", b, err)
	fmt.Println(r.ReadLine())
	b, err = reader("no end\n").ReadDotBytes()
	fmt.Printf("%q %v\n", b, err)
	r = reader("skipped\n.x\n.\nbehind\n")
	r.DotReader()
	fmt.Println(r.ReadLine())
	for _, s := range []string{"my-key: Value 1  \r\nLong-Key: Even \n Longer Value\r\nmy-Key: Value 2\r\n\n", ": bar\ntest-1: 1\n\n", "Foo: bar\n\n", "a: b", " first: x\n\n", "no colon\n\n", "Key :x\n\n", "A\tb: c\n\n", "K: v\x01\n\n", "", "\n", "A: 1\nB:\nC:   \n\n"} {
		h, err := reader(s).ReadMIMEHeader()
		fmt.Printf("%q: %v %v\n", s, h, err)
	}
	var out bytes.Buffer
	w := textproto.NewWriter(bufio.NewWriter(&out))
	fmt.Println(w.PrintfLine("HELO %s", "me"))
	d := w.DotWriter()
	n, err := io.WriteString(d, "abc\n.def\n..ghi\r\n.jkl\n.")
	fmt.Println(n, err, d.Close())
	w.DotWriter().Close()
	w.PrintfLine("end")
	fmt.Printf("%q\n", out.String())
	fmt.Println(string(textproto.TrimBytes([]byte(" \t x y \r\n"))), &textproto.Error{Code: 42, Msg: "x"})

	// Over a connection.
	a, c := net.Pipe()
	go func() {
		s := textproto.NewConn(a)
		for {
			line, err := s.ReadLine()
			if err != nil {
				return
			}
			s.PrintfLine("250 got %s", line)
		}
	}()
	conn := textproto.NewConn(c)
	for _, cmd := range []string{"one", "two"} {
		id, err := conn.Cmd("%s", cmd)
		conn.StartResponse(id)
		code, msg, err2 := conn.ReadResponse(250)
		conn.EndResponse(id)
		fmt.Println(id, err, code, msg, err2)
	}
	fmt.Println(conn.Close())
}
