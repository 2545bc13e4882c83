package main

import (
	"fmt"
	"io"
	"strings"
)

type reader interface{ Read() string }
type writer interface{ Write(string) }
type closer interface {
	Close() error
}
type rw interface {
	reader
	writer
}
type rwc interface {
	rw
	closer
	fmt.Stringer
	reader
}

type file struct{ data []string }

func (f *file) Read() string   { return strings.Join(f.data, "") }
func (f *file) Write(s string) { f.data = append(f.data, s) }
func (f *file) Close() error   { return io.EOF }
func (f *file) String() string { return fmt.Sprint("file", f.data) }

func use(r reader, w writer) { w.Write("<" + r.Read() + ">") }

func main() {
	var f rwc = &file{}
	f.Write("a")
	use(f, f)
	var r rw = f
	r.Write("!")
	fmt.Println(f.Read(), f.Close(), f)
	var x reader = r
	fmt.Println(x.(closer).Close() == io.EOF, x.(rwc) == f)
	_, ok := x.(interface{ Missing() })
	fmt.Println(ok)
}
