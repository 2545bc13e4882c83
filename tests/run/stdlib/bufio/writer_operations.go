package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// noisy shows every write.
type noisy struct {
	left int
}

func (w *noisy) Write(p []byte) (int, error) {
	fmt.Printf("[%q]", p)
	if len(p) > w.left {
		n := w.left
		w.left = 0
		return n, errors.New("full")
	}
	w.left -= len(p)
	return len(p), nil
}

type noisyString struct{ noisy }

func (w *noisyString) WriteString(s string) (int, error) {
	fmt.Print("string")
	return w.Write([]byte(s))
}

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

type never struct{}

func (never) Read(p []byte) (int, error) { return 0, nil }

func main() {
	state := uint64(5)
	random := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int(state>>33) % n
	}
	for round := range 25 {
		var below io.Writer = &noisy{50 + random(150)}
		if round%2 == 0 {
			below = &noisyString{noisy{50 + random(150)}}
		}
		w := bufio.NewWriterSize(below, 1+random(20))
		for range 14 {
			text := strings.Repeat("xyz☺", 9)[:random(36)]
			switch random(7) {
			case 0:
				fmt.Print(w.Write([]byte(text)))
			case 1:
				fmt.Print(w.WriteString(text))
			case 2:
				fmt.Print(w.WriteByte('!'))
			case 3:
				fmt.Print(w.WriteRune([]rune{'a', 'é', '☺', '😀', -1, 0xd800}[random(6)]))
			case 4:
				fmt.Print("flush", w.Flush())
			case 5:
				fmt.Print(w.ReadFrom(strings.NewReader(text)))
			case 6:
				fmt.Print(w.Write(append(w.AvailableBuffer(), text...)))
			}
			fmt.Print(" ", w.Buffered(), "/", w.Available(), "/", w.Size(), " ")
		}
		fmt.Println(w.Flush())
	}
	w := bufio.NewWriter(short{})
	w.WriteString("abcdef")
	fmt.Println(w.Flush(), w.Buffered(), w.Flush())
	_, err := w.WriteString("x")
	fmt.Println(err, w.WriteByte('x'))
	var b bytes.Buffer
	w.Reset(&b)
	w.WriteString("reset")
	fmt.Println(w.Flush(), b.String(), w.Size(), bufio.NewWriterSize(w, 100) == w, bufio.NewWriterSize(w, 10000) == w, bufio.NewWriterSize(&b, -1).Size())
	fmt.Println(w.ReadFrom(strings.NewReader(" direct")))
	fmt.Println(b.String())
	fmt.Println(bufio.NewWriter(&noisy{9}).ReadFrom(never{}))
	var zero bufio.Writer
	zero.Reset(&b)
	fmt.Fprintf(&zero, " %d", 42)
	zero.Flush()
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(&b))
	s, err := rw.ReadString(0)
	rw.WriteString(" " + s)
	rw.Flush()
	fmt.Println(b.String(), err)
}
