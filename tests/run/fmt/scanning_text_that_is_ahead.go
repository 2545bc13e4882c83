package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

type upper struct{ *bufio.Reader }

func (u upper) ReadRune() (rune, int, error) {
	r, n, err := u.Reader.ReadRune()
	if '0' <= r && r < '9' {
		r++
	}
	return r, n, err
}

func main() {
	texts := []string{"", " ", "1", "12 ", " -7\n", "+5 x", "1 2 3", "007 08", "0", "0 1", "0x1f 2", "1_000 2", "0_7", "12abc", "1,2,3",
		"9223372036854775807 1", "9223372036854775808", "-9223372036854775808 ", "123456789012345678 9", "1234567890123456789 ", "--1", "+", "- 1",
		"1.5 2.5e3", "1.5.2", "1e", ".5", "5.", "1e400", "inf nan", "0x1p3", "1_0.5", "1.5,2.5", "1-2", "abc def", "é ü", "a\u00a0b", "1\u00a02",
		"1\r\n2", "1\n\n2", "1\r2", "\t1\v2\f3", "x1", "true 1", "1 2", "12\u0663", "a b c d e", "１２"}
	for _, text := range texts {
		readers := []func() io.Reader{
			func() io.Reader { return strings.NewReader(text) },
			func() io.Reader { return bufio.NewReader(strings.NewReader(text)) },
			func() io.Reader { return bufio.NewReaderSize(iotest.OneByteReader(strings.NewReader(text)), 16) },
			func() io.Reader { return upper{bufio.NewReader(strings.NewReader(text))} },
		}
		for which, reader := range readers {
			var out strings.Builder
			for _, scan := range []func(io.Reader, ...any) (int, error){fmt.Fscan, fmt.Fscanln} {
				r := reader()
				var i, j int
				var f float64
				var s string
				n, err := scan(r, &i, &j)
				rest, _ := io.ReadAll(r)
				fmt.Fprintf(&out, "%d %v %d %d %q | ", n, err, i, j, rest)
				r = reader()
				n, err = scan(r, &f, &s)
				rest, _ = io.ReadAll(r)
				fmt.Fprintf(&out, "%d %v %v %q %q | ", n, err, f, s, rest)
				r = reader()
				n, err = scan(r, &s, &f)
				rest, _ = io.ReadAll(r)
				fmt.Fprintf(&out, "%d %v %v %q %q\n", n, err, f, s, rest)
			}
			for _, format := range []string{"%d %d", "%v,%v", "%d%d", "%2d%d", "%d\n%d", "%x %o"} {
				r := reader()
				var i, j int
				n, err := fmt.Fscanf(r, format, &i, &j)
				rest, _ := io.ReadAll(r)
				fmt.Fprintf(&out, "%d %v %d %d %q | ", n, err, i, j, rest)
			}
			fmt.Printf("%d %q\n%s\n", which, text, out.String())
		}
		var a, b int
		var s string
		var f float64
		n, err := fmt.Sscan(text, &a, &b)
		fmt.Println(n, err, a, b)
		n, err = fmt.Sscan(text, &s, &f)
		fmt.Printf("%d %v %q %v\n", n, err, s, f)
		n, err = fmt.Sscanf(text, "%d %g", &a, &f)
		fmt.Println(n, err, a, f)
		n, err = fmt.Sscanf(text, "%s%d", &s, &a)
		fmt.Printf("%d %v %q %v\n", n, err, s, a)
		n, err = fmt.Sscanln(text, &a, &s)
		fmt.Printf("%d %v %v %q\n", n, err, a, s)
	}
	r := bufio.NewReader(strings.NewReader("1 2\n3 4\nlast line\n"))
	var x, y int
	fmt.Fscan(r, &x)
	fmt.Println(x, r.Buffered(), r.UnreadByte(), r.UnreadRune())
	fmt.Fscan(r, &y)
	line, err := r.ReadString('\n')
	fmt.Printf("%d %q %v\n", y, line, err)
	fmt.Fscanln(r, &x, &y)
	line, err = r.ReadString('\n')
	fmt.Printf("%d %d %q %v\n", x, y, line, err)
	func() {
		defer func() { fmt.Println(recover()) }()
		r = bufio.NewReader(strings.NewReader("1 2 3"))
		fmt.Fscan(r, &x)
		fmt.Fscan(r, (*int)(nil))
	}()
	fmt.Fscan(r, &x)
	fmt.Println(x)
}
