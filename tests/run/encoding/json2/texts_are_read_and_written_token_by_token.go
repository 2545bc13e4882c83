package main

import (
	"bytes"
	"encoding/json/jsontext"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

func tokens(r io.Reader, opts ...jsontext.Options) {
	d := jsontext.NewDecoder(r, opts...)
	for {
		t, err := d.ReadToken()
		if err != nil {
			fmt.Println("  ", err, d.InputOffset(), d.StackPointer(), d.StackDepth())
			return
		}
		fmt.Print(t.Kind(), "=", t, "@", d.StackPointer(), ":", d.InputOffset(), " ")
	}
}

func main() {
	for _, s := range []string{
		`{"a": [1, null, {"b": "c\u00e9\n"}], "x~/y": -1.5e3} true`,
		`{"a":1,"a":2}`, `[1 2]`, `{"a" 1}`, `{1:2}`, `[1,]`, `{"a":1,}`, `nul`, `nulx`, `"abc`, `"\ud800"`, "\"\xff\"", `[}`, `{]`, `[1}`, `{"a":}`, `{"a"}`, `,`, `[,]`, ``, `  `, `-`, `01`, `1.`, `1e`, `"\x"`, `"\u12"`, `"\u12G4"`, "\"\x01\"", `[1:2]`, `{"a",1}`, `{"a":1:2}`,
	} {
		fmt.Printf("%q\n", s)
		tokens(strings.NewReader(s))
		tokens(iotest.OneByteReader(strings.NewReader(s)))
		tokens(bytes.NewBufferString(s), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
		d := jsontext.NewDecoder(iotest.OneByteReader(strings.NewReader(s)))
		v, err := d.ReadValue()
		fmt.Println("  ", v, err, d.InputOffset(), d.StackPointer())
		d = jsontext.NewDecoder(bytes.NewBufferString(s))
		v, err = d.ReadValue()
		fmt.Println("  ", v, err, d.InputOffset(), d.StackPointer())
		var b bytes.Buffer
		e := jsontext.NewEncoder(&b, jsontext.WithIndent("  "))
		err = e.WriteValue(jsontext.Value(s))
		fmt.Println("  ", b.String(), err)
		w := jsontext.Value(s)
		fmt.Println("  ", w.IsValid(), w.Canonicalize(), w)
	}
	v := jsontext.Value(`{"z": 1.50, "a": {"y":1e400, "\u0062": 9007199254740993}, "m": "<\u2028>"}`)
	fmt.Println(v.Canonicalize(), v)
	fmt.Println(v.Indent(), v)
	fmt.Println(v.Compact(jsontext.EscapeForHTML(true), jsontext.EscapeForJS(true), jsontext.SpaceAfterComma(true)), v)
}
