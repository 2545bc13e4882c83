package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

type celsius float64

// roman reads itself.
type roman int

func (r *roman) Scan(state fmt.ScanState, verb rune) error {
	word, err := state.Token(true, nil)
	*r = roman(len(word))
	return err
}

type all struct {
	i   int
	i8  int8
	i16 int16
	i32 int32
	i64 int64
	u   uint
	u8  uint8
	u16 uint16
	u32 uint32
	u64 uint64
	f   float64
	f32 float32
	s   string
	b   bool
	by  []byte
	c   celsius
	r   roman
}

func (a *all) pointers() []any {
	return []any{&a.i, &a.i8, &a.i16, &a.i32, &a.i64, &a.u, &a.u8, &a.u16, &a.u32, &a.u64, &a.f, &a.f32, &a.s, &a.b, &a.by, &a.c, &a.r}
}

var texts = []string{
	"", " ", "\n", "12", "-12 ", "+12\n", "  12 x", "0", "007", "0x1f", "0b11 ", "0o17", "1_000", "12abc", "127", "128", "-128", "-129",
	"32768", "65535", "65536", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "99999999999999999999",
	"1.5", "1.5e3", "1e400", ".5", "5.", "-.5e-1x", "1.5_0", "0x1p4", "1p3", "inf", "NaN", "1-2", "1e", "+-1", "--1",
	"word", "wörd", "word\tnext", "true", "T", "é12", "12é", "1e5", "\u00a012", "\r\n12", "\r12", "12\r\n", "\v12\f", "ff", "FFg", "10",
}

func main() {
	for _, text := range texts {
		for i := range (&all{}).pointers() {
			a, b, c, d := all{}, all{}, all{}, all{}
			n, err := fmt.Sscan(text, a.pointers()[i])
			fmt.Printf("%q %d: %v %v %v", text, i, n, err, a)
			n, err = fmt.Sscanln(text, b.pointers()[i])
			fmt.Println("", n, err, b.i, b.s)
			in := bufio.NewReader(strings.NewReader(text))
			in.Peek(1)
			n, err = fmt.Fscan(in, c.pointers()[i])
			rest, _ := io.ReadAll(in)
			fmt.Printf("%v %v %v %q\n", n, err, c, rest)
			for _, format := range []string{"%d", "%v", "%x", "%s", "%2d", "%3s", "%f", "%5g", "%c", "%b", "%o", "%t", "%q", "%d\n", " %v", "%1d%v"} {
				n, err = fmt.Sscanf(text, format, d.pointers()[i])
				fmt.Print(n, err, d.i, d.u8, d.f, d.s, d.i32, ";")
			}
			fmt.Println()
		}
	}
	formats := [][2]string{
		{"%d %d", "1 2"}, {"%d %d", "1  2"}, {"%d %d", "1\n2"}, {"%d %d", "12"}, {"%d,%d", "1,2"}, {"%d,%d", "1 ,2"}, {"%d,%d", "1, 2"},
		{"%d , %d", "1 , 2"}, {"%d , %d", "1,2"}, {"%d\n%d", "1\n2"}, {"%d\n%d", "1 \r\n2"}, {"%d\n%d", "1 2"}, {"%d\n%d", "1\n\n2"},
		{"%d \n%d", "1\n2"}, {"%d\n %d", "1\n   2"}, {"%d\n\n%d", "1\n\n2"}, {"%d %d\n", "1 2\n"}, {"%d %d\n", "1 2"}, {"%d %d\n", "1 2 x"},
		{"%d %d ", "1 2"}, {"%d %d ", "1 2\n"}, {"(%d-%d)", "(3--4)"}, {"(%d-%d)", "(3-4"}, {"(%d-%d)x", "(3-4)y"}, {"%d%d", "1 2"},
		{"%2d%2d", "1234"}, {"%2d%2d", "123"}, {"%2d%2d", "-1234"}, {"%1d%d", "999"}, {"%d%%%d", "5%6"}, {"%d%", "5"}, {"%d", "5"},
		{"%d%d%d", "1 2 3"}, {"%z%d", "1 2"}, {"x%d %d", "x1 2"}, {"x%d %d", " x1 2"}, {"é%d %d", "é1 2"}, {"%d\u00a0%d", "1 2"},
		{"%d \u00a0%d", "1  2"}, {"%5d|%5d", "  12345|  1"}, {"%0d %d", "1 2"}, {"%d %x", "10 ff"}, {"%x:%x", "Ff:0x10"}, {"%b %o", "101 17"},
		{"%999999999999999999999d %d", "1 2"}, {"", ""}, {"%v %v", "010 0x10"}, {"%v %v", "1_0 0"}, {"%d %d", "+1 -0"}, {"%d %d", "\t1 \v 2"},
	}
	for _, f := range formats {
		var a, b int
		n, err := fmt.Sscanf(f[1], f[0], &a, &b)
		fmt.Printf("%q %q %d %v %d %d\n", f[0], f[1], n, err, a, b)
		a, b = 0, 0
		in := bufio.NewReader(strings.NewReader(f[1] + "|rest"))
		in.Peek(1)
		n, err = fmt.Fscanf(in, f[0], &a, &b)
		rest, _ := io.ReadAll(in)
		fmt.Printf("%d %v %d %d %q\n", n, err, a, b, rest)
	}
	var c rune
	var s, t string
	var i int
	n, err := fmt.Sscanf("1-3 a: abcde", "%d-%d %c: %s", &i, &i, &c, &s)
	fmt.Println(n, err, i, string(c), s)
	n, err = fmt.Sscanf("ab cd", "%s %s", &s, &s)
	fmt.Println(n, err, s)
	n, err = fmt.Sscan("5 six 7", &i, &s, &t)
	fmt.Println(n, err, i, s, t)
	n, err = fmt.Sscan("5 six", &i, &i, &t)
	fmt.Println(n, err, i)
	n, err = fmt.Sscanln("5 six seven", &i, &s)
	fmt.Println(n, err, i, s)
	n, err = fmt.Sscanln("5 six\nseven", &i, &s)
	fmt.Println(n, err, i, s)
	n, err = fmt.Sscan("")
	fmt.Println(n, err)
	n, err = fmt.Sscanf("x", "x")
	fmt.Println(n, err)
	n, err = fmt.Sscanf("y", "x")
	fmt.Println(n, err)
	n, err = fmt.Sscan("1", i)
	fmt.Println(n, err)
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Sscan("1", (*int)(nil))
	}()
	// A text that ends where the buffer does.
	in := bufio.NewReaderSize(strings.NewReader(strings.Repeat("12345 678.5 word\n", 200)), 16)
	sum, f := 0, 0.0
	for {
		var x int
		var y float64
		if n, err := fmt.Fscan(in, &x, &y, &s); err != nil {
			fmt.Println(n, err)
			break
		}
		sum += x + len(s)
		f += y
	}
	fmt.Println(sum, f)
}

