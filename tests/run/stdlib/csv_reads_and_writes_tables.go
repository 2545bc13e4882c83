package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	for _, in := range []string{
		"a,b,c\n1,\"x,y\",3\n\"q\"\"q\",,\n", "a,b\n1,2,3\n", "", "\n\na\n", "a,\"b\nc\",d\r\ne,f,g\r\n", "a\"b,c\n", "\"a\"b,c\n", "\"a\nb", "x,\"a\n\nb\"z\n", "# c\na;b\n", "a, \"b\" ,c\n", "é,世\n", ",\n,", "a\r", "\"\"\n", "\"a\",\n", "one\ntwo\n", "a,b\r\r\n",
	} {
		r := csv.NewReader(strings.NewReader(in))
		recs, err := r.ReadAll()
		fmt.Printf("%q: %q %v\n", in, recs, err)
		var pe *csv.ParseError
		if errors.As(err, &pe) {
			fmt.Println("  ", pe.StartLine, pe.Line, pe.Column, pe.Err, errors.Is(err, csv.ErrFieldCount), recs == nil)
		}
		r = csv.NewReader(strings.NewReader(in))
		r.LazyQuotes, r.TrimLeadingSpace, r.FieldsPerRecord, r.Comment = true, true, -1, '#'
		for {
			rec, err := r.Read()
			if err == io.EOF {
				break
			}
			l, c := r.FieldPos(0)
			fmt.Printf("   %q %v %d:%d %d\n", rec, err, l, c, r.InputOffset())
			if err != nil {
				break
			}
		}
	}
	r := csv.NewReader(strings.NewReader("a;b\nc;d;e\n"))
	r.Comma = ';'
	r.ReuseRecord = true
	fmt.Println(r.Read())
	fmt.Println(r.Read())
	fmt.Println(r.Read())
	w := csv.NewWriter(os.Stdout)
	w.Write([]string{"plain", "with,comma", "with \"quote\"", "line\nbreak", "", " lead", "trail ", `\.`, "é"})
	w.WriteAll([][]string{{"x"}, {""}, {"a", "b"}, {}})
	w.Comma = '\t'
	w.UseCRLF = true
	w.Write([]string{"a\tb", "c\nd", "e,f"})
	w.Flush()
	fmt.Println(w.Error())
	w.Comma = '"'
	fmt.Println(w.Write([]string{"a"}))
}
