package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }

func main() {
	b, err := io.ReadAll(upper{strings.NewReader("hello reader")})
	fmt.Println(string(b), err)
	var buf bytes.Buffer
	c := &counter{}
	n, err := io.Copy(io.MultiWriter(&buf, c), io.LimitReader(strings.NewReader("0123456789"), 4))
	fmt.Println(n, err, buf.String(), c.n)
	r := io.MultiReader(strings.NewReader("ab"), strings.NewReader("cd"))
	p := make([]byte, 3)
	k, err := io.ReadFull(r, p)
	fmt.Println(k, err, string(p))
	k, err = io.ReadFull(r, p)
	fmt.Println(k, err, errors.Is(err, io.ErrUnexpectedEOF))
	w := bufio.NewWriter(&buf)
	fmt.Fprintf(w, "-%d-", 42)
	fmt.Println(buf.Len(), w.Buffered())
	w.Flush()
	fmt.Println(buf.String())
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.Close()
	}()
	b, _ = io.ReadAll(pr)
	fmt.Println(string(b))
	var tee bytes.Buffer
	io.ReadAll(io.TeeReader(strings.NewReader("tee"), &tee))
	fmt.Println(tee.String())
}
