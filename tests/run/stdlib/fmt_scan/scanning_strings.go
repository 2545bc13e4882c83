package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type number int
type text string

// A point reads itself as "<x,y>".
type point struct{ x, y int }

func (p *point) Scan(state fmt.ScanState, verb rune) error {
	_, err := fmt.Fscanf(state, "<%d,%d>", &p.x, &p.y)
	return err
}

// A word reads letters only.
type word string

func (w *word) Scan(state fmt.ScanState, verb rune) error {
	token, err := state.Token(true, func(r rune) bool { return 'a' <= r && r <= 'z' })
	if err == nil && len(token) == 0 {
		return errors.New("no word")
	}
	*w = word(token)
	width, ok := state.Width()
	fmt.Println("verb", string(verb), "width", width > 0 && ok)
	return err
}

func main() {
	var (
		i   int
		i8  int8
		u   uint
		u16 uint16
		b   bool
		f   float64
		f32 float32
		c   complex128
		s   string
		by  []byte
		r   rune
		n   number
		t   text
		p   point
		w   word
	)
	fmt.Println(fmt.Sscan("1 -2 3 4 true 1.5 2.5e1 (1+2i) word bytes 65 7 named <3,4> letters9", &i, &i8, &u, &u16, &b, &f, &f32, &c, &s, &by, &r, &n, &t, &p, &w))
	fmt.Println(i, i8, u, u16, b, f, f32, c, s, by, r, n, t, p, w)
	fmt.Println(fmt.Sscan("0x1F 0b11 0o17 017 1_000", &i, &u, &i8, &u16, &n))
	fmt.Println(i, u, i8, u16, n)
	fmt.Println(fmt.Sscanln("1 2\n3", &i, &n))
	fmt.Println(fmt.Sscanln("1\n2", &i, &n))
	fmt.Println(fmt.Sscanln("1 2 3", &i, &n))
	fmt.Println(fmt.Sscanf("age: 42, name: Bob", "age: %d, name: %s", &i, &s))
	fmt.Println(i, s)
	fmt.Println(fmt.Sscanf("12345", "%2d%3d", &i, &n))
	fmt.Println(i, n)
	fmt.Println(fmt.Sscanf("ff 101 17 \"quo ted\" 68656c6c6f x 50%", "%x %b %o %q %x %c %d%%", &i, &u, &u16, &s, &t, &r, &n))
	fmt.Println(i, u, u16, s, t, r, n)
	fmt.Println(fmt.Sscanf("3.5kg", "%f%s", &f, &s))
	fmt.Println(f, s)
	fmt.Println(fmt.Sscanf("one\ntwo", "%s\n%s", &s, &t))
	for _, c := range []struct {
		input, format string
	}{{"", "%d"}, {"x", "%d"}, {"5", "a%d"}, {"300", "%d"}, {"1 2", "%d"}, {"1", "%d %d"}, {"1", "%z"}, {"a b", "a %"}, {"1\n", "%d %d"}} {
		fmt.Println(fmt.Sscanf(c.input, c.format, &i8))
	}
	fmt.Println(fmt.Sscan("5", 5))
	fmt.Println(fmt.Sscan("5", &struct{}{}))
	fmt.Println(fmt.Sscan("maybe", &b))
	fmt.Println(fmt.Sscan("99999999999999999999", &i))
	fmt.Println(fmt.Sscan("1e400", &f))
	_, err := fmt.Sscan("", &i)
	fmt.Println(err == io.EOF)

	reader := strings.NewReader("10 20\n30\n")
	sum := 0
	for {
		var v int
		if _, err := fmt.Fscan(reader, &v); err != nil {
			fmt.Println(err)
			break
		}
		sum += v
	}
	fmt.Println(sum)
}
