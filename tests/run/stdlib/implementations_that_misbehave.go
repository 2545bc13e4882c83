// What the library says of implementations of its interfaces that do not keep their promises.
package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"os"
	"strings"
	"testing/iotest"
	"text/scanner"
)

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func main() {
	c := &http.Client{Transport: roundTrip(func(*http.Request) (*http.Response, error) { return nil, nil })}
	fmt.Println(c.Get("http://x/"))

	e := xml.NewEncoder(os.Stdout)
	start := xml.StartElement{Name: xml.Name{Local: "a"}}
	fmt.Println(e.EncodeToken(start))
	fmt.Println(e.Close())
	fmt.Println(e.EncodeToken(start.End()))
	fmt.Println(e.Encode(5))
	fmt.Println(e.Close())

	var s scanner.Scanner
	s.Init(strings.NewReader("a / 5 /b"))
	s.Mode = scanner.ScanIdents | scanner.ScanInts
	s.IsIdentRune = func(c rune, i int) bool { return c >= 'a' && c <= 'z' || c == '/' }
	for t := s.Scan(); t != scanner.EOF; t = s.Scan() {
		fmt.Print(scanner.TokenString(t), ":", s.TokenText(), " ")
	}
	fmt.Println()

	_, err := netip.ParseAddr("x")
	fmt.Printf("%T %T\n", err, iotest.ErrReader(errors.New("no")))
}
