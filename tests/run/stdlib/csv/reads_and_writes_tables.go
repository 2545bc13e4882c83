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
	texts := []string{"a,b,c\n", "a,b\r\nc,d\r\n", "a\rb,c\r\n", "a,b\n\n\nc,d", `"a ""q"" b",c` + "\n", "\"two\nlines\",x\n", "a,\"b\"c\"\n", "a \"b\",c\n", "\"a", "\"a\nb\nc", "a,b\nc\nd,e,f\n", "a;b,c;d\n", "#x\na,#b\n#y\n", " a,  b, \"c\"\n", ",,\n", "", "\n", "x,\"\"\n", "\"\"\"\"\n", "é,日本,\xff\n", "a,b,\n", "\"a\",\"b\"\r", "a,b\r", "\"a\"b,c\n", "x,\"a\"\"b\nc\"\"\",d\n1,2,3\n"}
	for _, t := range texts {
		for mode := range 5 {
			r := csv.NewReader(strings.NewReader(t))
			switch mode {
			case 1:
				r.LazyQuotes = true
			case 2:
				r.FieldsPerRecord = -1
				r.TrimLeadingSpace = true
			case 3:
				r.Comma, r.Comment = ';', '#'
			case 4:
				r.FieldsPerRecord = 2
				r.ReuseRecord = true
			}
			fmt.Printf("%q %d:", t, mode)
			for {
				rec, err := r.Read()
				if err == io.EOF {
					break
				}
				fmt.Printf(" %q", rec)
				for i := range rec {
					l, c := r.FieldPos(i)
					fmt.Print(" ", l, ":", c)
				}
				fmt.Print(" @", r.InputOffset())
				if err != nil {
					var pe *csv.ParseError
					fmt.Print(" ", err, errors.As(err, &pe), errors.Is(err, csv.ErrFieldCount), errors.Is(err, csv.ErrQuote))
					if !errors.Is(err, csv.ErrFieldCount) {
						break
					}
				}
			}
			fmt.Println()
		}
	}
	all, err := csv.NewReader(strings.NewReader("n,v\na,1\nb,2\n")).ReadAll()
	fmt.Println(all, err)
	_, err = csv.NewReader(strings.NewReader("n,v\na\n")).ReadAll()
	fmt.Println(err)
	bad := csv.NewReader(strings.NewReader("a"))
	bad.Comma = '\n'
	_, err = bad.Read()
	fmt.Println(err)
	w := csv.NewWriter(os.Stdout)
	w.WriteAll([][]string{{"a", "b c", "d,e"}, {"", " lead", "trail "}, {`q"q`, "two\nlines", "cr\rhere"}, {`\.`, "é", "\t"}, {}, {""}, {"x", ""}})
	w.Comma, w.UseCRLF = ';', true
	fmt.Println(w.Write([]string{"a;b", "c\nd", "e\r\nf", "g,h"}))
	w.Flush()
	fmt.Println(w.Error())
	w.Comma = '"'
	fmt.Println(w.Write([]string{"a"}))
}
