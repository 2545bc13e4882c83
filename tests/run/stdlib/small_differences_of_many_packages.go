package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"hash/maphash"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"math"
	"mime"
	"os"
	"path/filepath"
	"strings"
	"time"
)

type info struct{}

func (info) Name() string       { return "f" }
func (info) Size() int64        { return math.MinInt64 }
func (info) Mode() fs.FileMode  { return 0o644 }
func (info) ModTime() time.Time { return time.Unix(0, 0).UTC() }
func (info) IsDir() bool        { return false }
func (info) Sys() any           { return nil }

type text struct{ s string }

func (t text) AppendText(b []byte) ([]byte, error) {
	if t.s == "" {
		return nil, errors.New("empty")
	}
	return append(b, "text "+t.s...), nil
}

type panics struct{ set bool }

func (p *panics) String() string {
	if !p.set {
		panic("not set")
	}
	return "set"
}
func (p *panics) Set(string) error { return nil }

func main() {
	fmt.Println(fs.FormatFileInfo(info{}))

	func() {
		defer func() { fmt.Println(recover().(error)) }()
		maphash.Comparable(maphash.MakeSeed(), any([]byte("s")))
	}()

	for _, s := range []string{
		`form-data; name="file"; filename="C:\dir\中文.mp4"`, `a/b; x="q\"uo\\te"`,
		"message/external-body; access-type=URL;\n\tURL*0=\"ftp://\";\n\tURL*1=\"x.y\";", "a/b; c*0=1;",
	} {
		fmt.Println(mime.ParseMediaType(s))
	}

	var b bytes.Buffer
	l := log.New(&b, "\n", 0)
	l.Output(1, "")
	fmt.Printf("%q\n", b.String())

	drop := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == "time" {
			return slog.Attr{}
		}
		return a
	}}
	slog.New(slog.NewTextHandler(os.Stdout, drop)).Info("m", "t", text{"x"}, "e", text{})

	dir := filepath.Join(os.TempDir(), "is-not-there-at-all")
	_, err := os.MkdirTemp(dir, "x")
	fmt.Println(err)

	f := flag.NewFlagSet("f", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	f.Var(&panics{true}, "p", "panics")
	f.PrintDefaults()
	f.Set("late", "1")
	func() {
		defer func() {
			fmt.Println(strings.Contains(fmt.Sprint(recover()), ".go:"))
		}()
		f.Bool("late", false, "")
	}()

	in := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	all := io.MultiReader(in)
	p := make([]byte, 1)
	all.Read(p)
	rest, err := io.ReadAll(all)
	fmt.Println(string(rest), err)
	rest, err = io.ReadAll(in)
	fmt.Println(string(rest), err)
}
