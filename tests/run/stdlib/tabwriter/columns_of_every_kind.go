package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"text/tabwriter"
)

type failing struct{}

func (failing) Write(p []byte) (int, error) { return 0, errors.New("broken") }

type panicking struct{}

func (panicking) Write(p []byte) (int, error) { panic("cannot write") }

func main() {
	texts := []string{
		"",
		"a\tb\tc\naaa\tbbbb\tc\n\taa\t\n",
		"1\t2\t3\t4\n11\t222\t3333\t44444\n\n",
		"a\t\t\tb\n\t\t\tc\nlong text\t\t\td",
		"x\vy\vz\nxx\v\vzz\n\v\v\nend",
		"head\tlines\nno columns here\nnew\tblock\nof\tlines\n",
		"form\tfeed\n\fafter\tit\n",
		"é\tü\n日本\t語\nab\tc\n",
		"<b>bold</b>\tx\n&lt;\ty &amp; z\tw\n",
		"\xff<esc\taped>\xff\tb\nc\td\n",
		"unfinished\t<tag",
		".0\t.3\t2.4\t-5.1\t\n23.0\t12345678.9\t2.4\t-989.4\t\n5.1\t12.0\t2.4\t-7.0\t\n",
	}
	settings := []struct {
		min, tab, pad int
		char          byte
		flags         uint
	}{
		{0, 8, 1, ' ', 0},
		{8, 8, 1, '\t', 0},
		{5, 0, 0, '.', tabwriter.Debug},
		{0, 8, 2, ' ', tabwriter.AlignRight | tabwriter.Debug},
		{0, 4, 1, ' ', tabwriter.TabIndent},
		{4, 4, 0, ' ', tabwriter.DiscardEmptyColumns | tabwriter.Debug},
		{0, 8, 1, '-', tabwriter.FilterHTML | tabwriter.StripEscape},
		{0, 8, 1, '\t', tabwriter.AlignRight},
		{0, 0, 1, '\t', 0},
	}
	for i, s := range settings {
		for j, text := range texts {
			var b bytes.Buffer
			w := tabwriter.NewWriter(&b, s.min, s.tab, s.pad, s.char, s.flags)
			n, err := w.Write([]byte(text))
			fmt.Println(i, j, n == len(text), err, w.Flush())
			whole := b.String()
			fmt.Printf("%q\n", whole)
			b.Reset()
			for k := range len(text) {
				fmt.Fprint(w, text[k:k+1])
			}
			w.Flush()
			if b.String() != whole {
				fmt.Printf("byte by byte %q\n", b.String())
			}
		}
	}
	w := new(tabwriter.Writer)
	w.Init(os.Stdout, 5, 0, 1, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tb\tc\td\t.")
	fmt.Fprintln(w, "123\t12345\t1234567\t123456789\t.")
	w.Flush()

	w.Init(failing{}, 0, 8, 0, ' ', 0)
	fmt.Fprint(w, "a\tb\n")
	fmt.Println(w.Flush(), w.Flush())
	for _, f := range []func(){
		func() { tabwriter.NewWriter(os.Stdout, -1, 0, 0, ' ', 0) },
		func() {
			w.Init(panicking{}, 0, 8, 0, ' ', 0)
			fmt.Fprint(w, "a\tb\n")
			w.Flush()
		},
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
