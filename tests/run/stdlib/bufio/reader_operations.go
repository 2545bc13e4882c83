package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// slow reads n bytes at a time, and ends with err.
type slow struct {
	text string
	n    int
	err  error
}

func (s *slow) Read(p []byte) (int, error) {
	if s.text == "" {
		return 0, s.err
	}
	n := copy(p, s.text[:min(s.n, len(s.text))])
	s.text = s.text[n:]
	return n, nil
}

type never struct{}

func (never) Read(p []byte) (int, error) { return 0, nil }

type negative struct{}

func (negative) Read(p []byte) (int, error) { return -1, nil }

type onlyWriter struct{ io.Writer }

func main() {
	// Random operations, each with all it gives.
	state := uint64(1)
	random := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int(state>>33) % n
	}
	boom := errors.New("boom")
	for round := range 60 {
		var text strings.Builder
		for range random(200) {
			text.WriteString([]string{"a", "bc", "\n", "\r\n", "é", "☺", "\xff", " "}[random(8)])
		}
		end := io.EOF
		if round%3 == 0 {
			end = boom
		}
		r := bufio.NewReaderSize(&slow{text.String(), 1 + random(30), end}, 16+random(20))
		for errs := 0; errs < 3; {
			var err error
			switch random(11) {
			case 0:
				p := make([]byte, random(40))
				var n int
				n, err = r.Read(p)
				fmt.Printf("R%q ", p[:n])
			case 1:
				var c byte
				c, err = r.ReadByte()
				fmt.Printf("B%q ", c)
			case 2:
				var c rune
				var n int
				c, n, err = r.ReadRune()
				fmt.Printf("U%q%d ", c, n)
			case 3:
				fmt.Print("ub", r.UnreadByte(), " ")
			case 4:
				fmt.Print("ur", r.UnreadRune(), " ")
			case 5:
				var p []byte
				p, err = r.Peek(random(45) - 1)
				fmt.Printf("P%q ", p)
				if err != end {
					fmt.Print(err, " ")
					err = nil
				}
			case 6:
				var n int
				n, err = r.Discard(random(20))
				fmt.Print("D", n, " ")
			case 7:
				var p []byte
				p, err = r.ReadSlice('\n')
				fmt.Printf("S%q ", p)
				if err == bufio.ErrBufferFull {
					fmt.Print(err, " ")
					err = nil
				}
			case 8:
				var p []byte
				var more bool
				p, more, err = r.ReadLine()
				fmt.Printf("L%q%v ", p, more)
			case 9:
				var s string
				s, err = r.ReadString('b')
				fmt.Printf("T%q ", s)
			case 10:
				var p []byte
				p, err = r.ReadBytes(' ')
				fmt.Printf("Y%q ", p)
			}
			if err != nil {
				errs++
				fmt.Print(err, " ")
			}
		}
		fmt.Println(r.Buffered(), r.Size())
	}

	r := bufio.NewReader(strings.NewReader("abc"))
	fmt.Println(r.Size(), bufio.NewReaderSize(nil, 3).Size(), bufio.NewReaderSize(r, 100) == r, bufio.NewReaderSize(r, 10000) == r)
	fmt.Println(r.UnreadByte(), r.UnreadRune())
	fmt.Println(r.Peek(-1))
	fmt.Println(r.Discard(-1))
	r.ReadByte()
	r.Reset(strings.NewReader("xyz"))
	fmt.Println(r.ReadString('z'))
	var zero bufio.Reader
	zero.Reset(strings.NewReader("zero"))
	fmt.Println(zero.ReadString('!'))
	fmt.Println(bufio.NewReader(never{}).ReadByte())
	func() {
		defer func() { fmt.Println(recover()) }()
		bufio.NewReader(negative{}).ReadByte()
	}()

	var out bytes.Buffer
	for _, src := range []io.Reader{strings.NewReader("writer to"), &slow{"slow reader", 3, io.EOF}, &slow{"broken", 3, boom}} {
		r := bufio.NewReaderSize(src, 16)
		r.ReadByte()
		fmt.Println(r.WriteTo(onlyWriter{&out}))
		fmt.Println(bufio.NewReader(&slow{"into a buffer", 3, io.EOF}).WriteTo(&out))
	}
	fmt.Println(out.String())
	fmt.Println(bufio.ErrInvalidUnreadByte, bufio.ErrInvalidUnreadRune, bufio.ErrBufferFull, bufio.ErrNegativeCount)
}
