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

type liar struct{ n int }

func (l liar) Read(p []byte) (int, error) { return l.n, nil }

func scan(name string, s *bufio.Scanner) {
	fmt.Print(name, ":")
	for s.Scan() {
		fmt.Printf(" %q", s.Text())
	}
	fmt.Println(" err", s.Err(), len(s.Bytes()))
	if s.Scan() {
		fmt.Println("scans on")
	}
}

func main() {
	texts := []string{"", "\n", "a", "a\n", "a\r\n\r\nb", "a\n\nb\n\n", "one two  three\n four\t\tfive ", "  ", "héllo wörld\u2003x\u00a0y", "bad\xff\xfe utf\xe4", "\r", "a\rb\r\n"}
	splits := []struct {
		name string
		f    bufio.SplitFunc
	}{{"lines", bufio.ScanLines}, {"words", bufio.ScanWords}, {"runes", bufio.ScanRunes}, {"bytes", bufio.ScanBytes}}
	for _, split := range splits {
		for _, text := range texts {
			for _, n := range []int{1, 3, 100} {
				s := bufio.NewScanner(&slow{text, n, io.EOF})
				s.Split(split.f)
				scan(split.name, s)
			}
		}
	}
	scan("error", bufio.NewScanner(&slow{"a\nb", 2, errors.New("broken")}))
	long := strings.Repeat("x", 70000)
	s := bufio.NewScanner(strings.NewReader("short\n" + long + "\nafter"))
	for s.Scan() {
		fmt.Println(len(s.Text()))
	}
	fmt.Println(s.Err())
	s = bufio.NewScanner(strings.NewReader("short\n" + long + "\nafter"))
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		fmt.Println(len(s.Text()))
	}
	fmt.Println(s.Err())
	s = bufio.NewScanner(strings.NewReader("12345\n123456\n"))
	s.Buffer(make([]byte, 0, 6), 6)
	scan("small buffer", s)
	scan("no progress", bufio.NewScanner(never{}))
	scan("bad count", bufio.NewScanner(liar{-1}))
	scan("bad count", bufio.NewScanner(liar{100000}))

	comma := func(data []byte, atEOF bool) (int, []byte, error) {
		i := bytes.IndexByte(data, ',')
		switch {
		case i >= 0:
			return i + 1, data[:i], nil
		case atEOF && len(data) > 0:
			return 0, data, bufio.ErrFinalToken
		case atEOF:
			return 0, nil, bufio.ErrFinalToken
		}
		return 0, nil, nil
	}
	for _, text := range []string{"1,2,3", "1,2,", ",", ""} {
		s := bufio.NewScanner(strings.NewReader(text))
		s.Split(comma)
		scan("comma", s)
	}
	for _, f := range []bufio.SplitFunc{
		func([]byte, bool) (int, []byte, error) { return -1, nil, nil },
		func(d []byte, _ bool) (int, []byte, error) { return len(d) + 1, nil, nil },
		func(d []byte, _ bool) (int, []byte, error) { return 1, d[:1], errors.New("mine") },
	} {
		s := bufio.NewScanner(strings.NewReader("abc"))
		s.Split(f)
		scan("odd split", s)
	}
	for _, f := range []func(){
		func() {
			s := bufio.NewScanner(strings.NewReader("x"))
			s.Scan()
			s.Buffer(nil, 1)
		},
		func() {
			s := bufio.NewScanner(strings.NewReader("x"))
			s.Scan()
			s.Split(bufio.ScanWords)
		},
		func() {
			s := bufio.NewScanner(strings.NewReader(""))
			s.Split(func([]byte, bool) (int, []byte, error) { return 0, []byte{}, nil })
			for s.Scan() {
			}
		},
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(bufio.MaxScanTokenSize, bufio.ErrTooLong, bufio.ErrNegativeAdvance, bufio.ErrAdvanceTooFar, bufio.ErrBadReadCount, bufio.ErrFinalToken)
}
