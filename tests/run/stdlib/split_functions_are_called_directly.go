package main

import (
	"bufio"
	"fmt"
	"strings"
)

func main() {
	texts := []string{"", "a", "a\n", "\n", "\r\n", "a\r\nb", "a\r", "\r", " \t\n", " a b", "a  ", "\u00a0x\u2003y\u3000", "日本 語", "\xff\xfe a", "\xe6\x97", "a\xe6", "\xe6 b", "one\u2028two"}
	for _, text := range texts {
		for _, end := range []bool{false, true} {
			for i, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
				if len(text) == 0 && i >= 2 && !end {
					continue
				}
				data := make([]byte, len(text), len(text)+5)
				copy(data, text)
				advance, token, err := split(data, end)
				fmt.Printf("%q %v %d: %d %q %v %v\n", text, end, i, advance, token, token == nil, err)
				if token != nil && i != 2 {
					fmt.Print(cap(token), " ")
				}
			}
		}
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		bufio.ScanRunes(nil, false)
	}()
	for i, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes} {
		for _, text := range texts {
			s := bufio.NewScanner(&slow{text})
			s.Split(split)
			for s.Scan() {
				fmt.Printf("%d %q ", i, s.Text())
			}
			fmt.Println(s.Err())
		}
	}
	r := bufio.NewReader(strings.NewReader("aé\xffz"))
	for {
		c, n, err := r.ReadRune()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Print(string(c), n, r.UnreadRune(), r.UnreadRune(), " ")
		r.ReadRune()
	}
}

// slow gives a byte at a time.
type slow struct{ text string }

func (s *slow) Read(p []byte) (int, error) {
	if s.text == "" {
		return strings.NewReader("").Read(p)
	}
	n := copy(p[:1], s.text)
	s.text = s.text[n:]
	return n, nil
}
