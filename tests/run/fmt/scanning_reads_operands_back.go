package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

type celsius float64

type level int8

type name string

type raw []byte

type pair struct{ a, b int }

func (p *pair) Scan(state fmt.ScanState, verb rune) error {
	state.SkipSpace()
	token, err := state.Token(false, func(r rune) bool { return r != ';' })
	if err != nil {
		return err
	}
	if _, err := fmt.Sscanf(string(token), "%d-%d", &p.a, &p.b); err != nil {
		return errors.New("not a pair")
	}
	width, ok := state.Width()
	fmt.Print("[", string(verb), width, ok, "]")
	r, size, err := state.ReadRune()
	fmt.Print("[", r, size, err, state.UnreadRune(), "]")
	return nil
}

func main() {
	var i int
	var s string
	var f float64
	var b bool
	fmt.Println(fmt.Sscan(" 42 word\n 2.5e1 true", &i, &s, &f, &b))
	fmt.Println(i, s, f, b)

	var i8 int8
	var i16 int16
	var i32 int32
	var i64 int64
	var u uint
	var u8 uint8
	var u16 uint16
	var u32 uint32
	var u64 uint64
	var up uintptr
	fmt.Println(fmt.Sscan("-128 0x7fff -0b11 9223372036854775807 0o17 255 1_000 017 18446744073709551615 7", &i8, &i16, &i32, &i64, &u, &u8, &u16, &u32, &u64, &up))
	fmt.Println(i8, i16, i32, i64, u, u8, u16, u32, u64, up)
	var f32 float32
	var c64 complex64
	var c128 complex128
	var bytes []byte
	fmt.Println(fmt.Sscan("0x1p-2 (1.5-2i) 3+4i some", &f32, &c64, &c128, &bytes))
	fmt.Println(f32, c64, c128, string(bytes))
	var t celsius
	var l level
	var n name
	var r raw
	fmt.Println(fmt.Sscan("36.6 -3 bob bytes", &t, &l, &n, &r))
	fmt.Println(t, l, n, string(r))

	for _, text := range []string{"", "x", "1 x", "1 2 3", "1\n2", "128 1", "99999999999999999999 1", "- 1"} {
		var a, b int8
		m, err := fmt.Sscan(text, &a, &b)
		fmt.Print(m, " ", err, " ", err == io.EOF, " ", a, b, "; ")
		m, err = fmt.Sscanln(text, &a, &b)
		fmt.Println(m, err, a, b)
	}
	for _, c := range []struct{ text, format string }{
		{"5 apples", "%d %s"}, {"5apples", "%d%s"}, {"12345", "%2d%3s"}, {"ff-hello", "%x-%s"}, {"U+1F600 x", "%U %c"}, {"10:", "%d:%s"},
		{"7%ok", "%d%%%s"}, {"3, 4", "%d, %s"}, {"3,4", "%d, %s"}, {"3 4", "%d,%s"}, {"0b1 2", "%v %s"}, {"101 2", "%b %s"}, {"1\n2", "%d %s"}, {"1\n2", "%d\n%s"},
		{"1 2", "%d"}, {"1", "%d %s %d"}, {"z", "%z"}, {"1 2", "%"}, {"1 6869", "%d %x"}, {"1 \"a b\\t\"", "%d %q"}, {"1 `r w`", "%d %q"}, {"1 6", "%d %x"},
	} {
		i, s = 0, ""
		m, err := fmt.Sscanf(c.text, c.format, &i, &s)
		fmt.Printf("%q %q: %d %v %d %q\n", c.text, c.format, m, err, i, s)
	}

	in := bufio.NewReader(strings.NewReader("1 2\n3\nrest of line\n"))
	var x, y int
	fmt.Println(fmt.Fscanln(in, &x, &y))
	fmt.Println(fmt.Fscan(in, &x))
	line, err := in.ReadString('\n')
	fmt.Printf("%q %v %d %d\n", line, err, x, y)
	fmt.Println(fmt.Fscanf(in, "rest %s line\n", &s))
	fmt.Println(s)
	fmt.Println(fmt.Fscan(in, &x))

	var p, q pair
	fmt.Println(fmt.Sscan("1-2; 3-4", &p))
	fmt.Println(fmt.Sscanf("5-6;x", "%7v", &q))
	fmt.Println(p, q)
	fmt.Println(fmt.Sscan("nonsense", &p))

	fmt.Println(fmt.Sscan("1", 5))
	fmt.Println(fmt.Sscan("1", new([]int)))
	fmt.Println(fmt.Sscan("1", new(struct{})))
	fmt.Println(fmt.Sscan("1 2", &i, new(chan int)))

	sum := 0
	numbers := strings.NewReader(strings.Repeat("12 -7\n", 300))
	for {
		var a int
		if _, err := fmt.Fscan(numbers, &a); err != nil {
			fmt.Println(err)
			break
		}
		sum += a
	}
	fmt.Println(sum)
}
