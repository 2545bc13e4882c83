package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// small reads at most n bytes at a time and ends with an error.
type small struct {
	r   io.Reader
	n   int
	err error
}

func (s *small) Read(p []byte) (int, error) {
	if len(p) > s.n {
		p = p[:s.n]
	}
	n, err := s.r.Read(p)
	if err == io.EOF && s.err != nil {
		err = s.err
	}
	return n, err
}

// together gives the error with the last bytes.
type together struct {
	data []byte
	err  error
}

func (t *together) Read(p []byte) (int, error) {
	n := copy(p, t.data)
	t.data = t.data[n:]
	if len(t.data) == 0 {
		return n, t.err
	}
	return n, nil
}

type odd struct {
	n   int
	err error
}

func (o odd) Write(p []byte) (int, error) { return o.n, o.err }

type plainWriter struct{ text []byte }

func (w *plainWriter) Write(p []byte) (int, error) { w.text = append(w.text, p...); return len(p), nil }

type plainReader struct{ io.Reader }

type sink []byte

func (s sink) WriteAt(p []byte, off int64) (int, error) {
	if off >= int64(len(s)) {
		return 0, errors.New("full")
	}
	n := copy(s[off:], p)
	if n < len(p) {
		return n, errors.New("full")
	}
	return n, nil
}

func main() {
	boom := errors.New("boom")
	fmt.Println(io.EOF, io.ErrUnexpectedEOF, io.ErrShortWrite, io.ErrShortBuffer, io.ErrNoProgress, io.ErrClosedPipe)
	fmt.Println(io.SeekStart, io.SeekCurrent, io.SeekEnd)

	var b bytes.Buffer
	fmt.Println(io.WriteString(&b, "hello "))
	w := &plainWriter{}
	fmt.Println(io.WriteString(w, "world"))
	fmt.Println(io.Copy(&b, bytes.NewReader(w.text)))
	fmt.Println(b.String())

	buf := make([]byte, 6)
	for _, min := range []int{0, 3, 6, 7} {
		for _, text := range []string{"", "ab", "abcdefghij"} {
			n, err := io.ReadAtLeast(&small{strings.NewReader(text), 2, nil}, buf, min)
			fmt.Print(n, err, " ")
		}
		n, err := io.ReadAtLeast(&together{[]byte("abcdef"), boom}, buf, min)
		fmt.Print(n, err, " ")
		n, err = io.ReadAtLeast(&together{[]byte("ab"), boom}, buf, min)
		fmt.Println(n, err)
	}
	fmt.Println(io.ReadFull(strings.NewReader("abcdefgh"), buf))
	fmt.Println(io.ReadFull(strings.NewReader("abc"), buf))
	fmt.Println(io.ReadFull(strings.NewReader(""), buf))

	all, err := io.ReadAll(&small{strings.NewReader(strings.Repeat("x", 3000)), 700, nil})
	fmt.Println(len(all), err)
	all, err = io.ReadAll(&small{strings.NewReader("abc"), 2, boom})
	fmt.Println(string(all), err)
	all, err = io.ReadAll(strings.NewReader(""))
	fmt.Println(all != nil, len(all), err)

	b.Reset()
	fmt.Println(io.CopyN(&b, strings.NewReader("abcdef"), 4))
	fmt.Println(io.CopyN(&b, strings.NewReader("abc"), 4))
	fmt.Println(io.CopyN(&b, &small{strings.NewReader("abc"), 9, boom}, 4))
	fmt.Println(b.String())
	fmt.Println(io.CopyBuffer(w, plainReader{strings.NewReader("12345")}, make([]byte, 2)))
	fmt.Println(string(w.text))
	for _, o := range []odd{{1, nil}, {0, boom}, {2, boom}, {-1, nil}, {99, nil}, {99, boom}} {
		fmt.Print(io.Copy(o, plainReader{strings.NewReader("abc")}))
		fmt.Print(" ")
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println(recover()) }()
		io.CopyBuffer(w, plainReader{strings.NewReader("x")}, []byte{})
	}()
	fmt.Println(io.Copy(io.Discard, plainReader{strings.NewReader("abc")}))
	fmt.Println(io.Copy(io.Discard, &small{strings.NewReader("abc"), 1, boom}))
	fmt.Println(io.WriteString(io.Discard, "xyz"))

	l := io.LimitReader(strings.NewReader("abcdef"), 4).(*io.LimitedReader)
	n, err := l.Read(buf[:3])
	fmt.Println(n, err, l.N)
	n, err = l.Read(buf)
	fmt.Println(n, err, l.N)
	fmt.Println(l.Read(buf))

	s := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	fmt.Println(s.Size())
	n, err = s.Read(buf[:3])
	fmt.Println(string(buf[:n]), err)
	fmt.Println(s.Seek(-1, io.SeekCurrent))
	n, err = s.Read(buf)
	fmt.Println(string(buf[:n]), err)
	fmt.Println(s.Read(buf))
	fmt.Println(s.Seek(-2, io.SeekEnd))
	fmt.Println(s.Seek(-9, io.SeekEnd))
	fmt.Println(s.Seek(0, 7))
	fmt.Println(s.Seek(50, io.SeekStart))
	for _, off := range []int64{-1, 0, 3, 5, 6} {
		n, err := s.ReadAt(buf[:3], off)
		fmt.Print(string(buf[:n]), err, " ")
	}
	r, off, size := s.Outer()
	fmt.Println(r != nil, off, size, io.NewSectionReader(nil, 5, 1<<63-1).Size())

	at := make(sink, 10)
	o := io.NewOffsetWriter(at, 3)
	fmt.Println(o.Write([]byte("ab")))
	fmt.Println(o.WriteAt([]byte("zz"), 4))
	fmt.Println(o.WriteAt([]byte("zz"), -1))
	fmt.Println(o.Seek(1, io.SeekCurrent))
	fmt.Println(o.Seek(-9, io.SeekCurrent))
	fmt.Println(o.Seek(1, io.SeekEnd))
	fmt.Println(o.Seek(6, io.SeekStart))
	fmt.Println(o.Write([]byte("qr")))
	fmt.Printf("%q\n", []byte(at))

	var log bytes.Buffer
	tee := io.TeeReader(strings.NewReader("tea"), &log)
	all, err = io.ReadAll(tee)
	fmt.Println(string(all), err, log.String())
	fmt.Println(io.TeeReader(strings.NewReader("tea"), odd{1, boom}).Read(buf))

	m := io.MultiReader(strings.NewReader("ab"), io.MultiReader(strings.NewReader("cd"), strings.NewReader("")), &together{[]byte("ef"), io.EOF})
	for {
		n, err := m.Read(buf)
		fmt.Print(n, string(buf[:n]), err, " ")
		if err != nil {
			break
		}
	}
	fmt.Println()
	b.Reset()
	m = io.MultiReader(strings.NewReader("ab"), io.MultiReader(strings.NewReader("cd"), &small{strings.NewReader("ef"), 1, boom}), strings.NewReader("g"))
	fmt.Println(io.Copy(&b, m))
	fmt.Println(b.String())
	fmt.Println(io.MultiReader().Read(buf))

	var x, y bytes.Buffer
	mw := io.MultiWriter(&x, io.MultiWriter(&y, w))
	fmt.Println(mw.Write([]byte("abc")))
	fmt.Println(io.WriteString(mw, "def"))
	fmt.Println(x.String(), y.String(), string(w.text))
	fmt.Println(io.MultiWriter(&x, odd{1, nil}, &y).Write([]byte("abc")))
	fmt.Println(io.WriteString(io.MultiWriter(odd{0, boom}, &y), "abc"))

	c := io.NopCloser(strings.NewReader("n"))
	_, hasWriterTo := c.(io.WriterTo)
	_, plainHas := io.NopCloser(plainReader{}).(io.WriterTo)
	fmt.Println(c.Close(), hasWriterTo, plainHas)
	fmt.Println(io.Copy(&b, c))
}
