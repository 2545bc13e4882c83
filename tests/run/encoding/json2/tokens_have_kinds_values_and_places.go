package main

import (
	"bytes"
	"encoding/json/jsontext"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("  panics:", r)
		}
	}()
	f()
}

func numbers() {
	tokens := []jsontext.Token{
		jsontext.Int(0), jsontext.Int(-5), jsontext.Int(math.MaxInt64), jsontext.Int(math.MinInt64),
		jsontext.Uint(7), jsontext.Uint(math.MaxUint64), jsontext.Float(1.5), jsontext.Float(-2), jsontext.Float(1e300),
		jsontext.Float(math.Copysign(0, -1)), jsontext.Float32(0.1), jsontext.Float32(3), jsontext.Float(math.NaN()),
		jsontext.Float(math.Inf(1)), jsontext.Float(math.Inf(-1)), jsontext.Float32(float32(math.Inf(1))),
	}
	for _, s := range []string{"0", "-0", "12", "-9223372036854775808", "-9223372036854775809", "9223372036854775808",
		"18446744073709551615", "18446744073709551616", "1.9", "-1.9", "1e3", "1e400", "1e39", `"NaN"`, `"Infinity"`, `"x"`} {
		t, err := jsontext.NewDecoder(strings.NewReader(s)).ReadToken()
		if err != nil {
			fmt.Println(s, err)
		}
		tokens = append(tokens, t.Clone())
	}
	for _, t := range tokens {
		fmt.Println(t.Kind(), t)
		try(func() { x, err := t.Int(); fmt.Println("  int", x, err) })
		try(func() { x, err := t.Uint(); fmt.Println("  uint", x, err) })
		try(func() { x, err := t.Float(); fmt.Println("  float", x, err) })
		try(func() { x, err := t.Float32(); fmt.Println("  float32", x, err) })
		try(func() { fmt.Println("  bool", t.Bool()) })
	}
}

func validity() {
	d := jsontext.NewDecoder(strings.NewReader(`["a", 1, true, {"b": null}]`))
	d.ReadToken()
	a, _ := d.ReadToken()
	kept := a.Clone()
	one, _ := d.ReadToken()
	yes, _ := d.ReadToken()
	fmt.Println(kept, yes)
	try(func() { fmt.Println(a) })
	try(func() { fmt.Println(one) })
	try(func() { fmt.Println(a.Kind()) })
	fmt.Println(d.StackPointer(), d.StackDepth(), d.PeekKind(), d.InputOffset(), string(d.UnreadBuffer()))
	fmt.Println(d.SkipValue(), d.StackPointer())
	fmt.Println(d.SkipValue())
	t, err := d.ReadToken()
	fmt.Println(t, err)
	_, err = d.ReadToken()
	fmt.Println(err == io.EOF)
	for i := range d.StackDepth() + 1 {
		k, n := d.StackIndex(i)
		fmt.Println(i, k, n)
	}
	var zero jsontext.Token
	fmt.Println(zero, zero.Kind(), jsontext.Kind('x'), jsontext.Kind(0xff))
	try(func() { zero.Bool() })
	try(func() { jsontext.NewDecoder(nil) })
	try(func() { jsontext.NewEncoder(nil) })
	try(func() { jsontext.WithIndent("x") })
	try(func() { jsontext.WithIndentPrefix(" \n") })
	try(func() { jsontext.AppendFloat(nil, 1, 16) })
}

func pointers() {
	for _, p := range []jsontext.Pointer{"", "/", "/a", "/a/0/b~1c~0d", "x", "/~", "/~2", "/\xff", "/a//b"} {
		fmt.Printf("%q %v %q %q %q", p, p.IsValid(), p.Parent(), p.LastToken(), p.AppendToken("x/y~z"))
		for t := range p.Tokens() {
			fmt.Printf(" %q", t)
		}
		fmt.Println(p.Contains("/a/0"), jsontext.Pointer("/a").Contains(p))
	}
}

func writing() {
	var b bytes.Buffer
	e := jsontext.NewEncoder(&b, jsontext.SpaceAfterColon(true), jsontext.SpaceAfterComma(true))
	for _, t := range []jsontext.Token{
		jsontext.EndArray, jsontext.BeginObject, jsontext.Int(1), jsontext.Null, jsontext.BeginArray, jsontext.String("a"),
		jsontext.EndObject, jsontext.String("é\x00<\u2028"), jsontext.String("a"), jsontext.String("b"), jsontext.BeginArray,
		jsontext.EndObject, jsontext.Bool(true), jsontext.Float(1e21), jsontext.String("\xff"), {}, jsontext.EndArray,
		jsontext.EndObject, jsontext.EndObject, jsontext.Uint(5),
	} {
		err := e.WriteToken(t)
		fmt.Println(t.Kind(), err, e.OutputOffset(), e.StackPointer(), e.StackDepth())
	}
	for _, v := range []string{`{"x":[1,2,{}],"y":[]}`, `{"x":1,"x":2}`, `[1,2`, `"a" "b"`, ` `, `{"a":nul}`, `[1 2]`, `{"a":1 "b"}`, `tru`} {
		err := e.WriteValue(jsontext.Value(v))
		var s *jsontext.SyntacticError
		fmt.Println(v, err, errors.As(err, &s))
		if s != nil {
			fmt.Println("  ", s.ByteOffset, s.JSONPointer, s.Err)
		}
	}
	fmt.Print(b.String())
	e.Reset(&b, jsontext.WithIndent(" "), jsontext.WithIndentPrefix("\t"), jsontext.EscapeForHTML(true), jsontext.CanonicalizeRawFloats(true))
	b.Reset()
	e.WriteValue(jsontext.Value(`{"<a>": [1.50, -0, {"b": "\u003c", "c": []}, []], "d": {}}`))
	e.WriteToken(jsontext.BeginArray)
	e.WriteValue(append(e.AvailableBuffer(), `"x"`...))
	e.WriteToken(jsontext.EndArray)
	fmt.Print(b.String())
}

func quoting() {
	for _, s := range []string{"", "abc", "\"\\/\b\f\n\r\t\x1f\x7f", "é世\U0001F600", "a\xffb\xc0", "\u2028<>&"} {
		q, err := jsontext.AppendQuote(nil, s)
		fmt.Printf("%s %v\n", q, err)
	}
	for _, s := range []string{``, `x`, `"`, `"abc"`, `"a\u00e9\ud83d\ude00"`, `"\ud83d"`, `"\ud83dx"`, `"\ude00\ud83d"`, "\"a\xff\"", `"a" `, `"\q"`, "\"\n\""} {
		q, err := jsontext.AppendUnquote([]byte("> "), s)
		fmt.Printf("%q %v\n", q, err)
	}
	out, err := jsontext.AppendFormat([]byte("> "), `{"b": 1, "a": [ ]}`, jsontext.ReorderRawObjects(true))
	fmt.Printf("%s %v\n", out, err)
	out, err = jsontext.AppendFormat([]byte("> "), `{"b": 1,}`)
	fmt.Printf("%s %v\n", out, err)
	fmt.Printf("%s %s %s\n", jsontext.AppendFloat(nil, 1e-7, 64), jsontext.AppendFloat(nil, 0.1, 32), jsontext.AppendFloat(nil, 1e21, 64))
}

func main() {
	numbers()
	validity()
	pointers()
	writing()
	quoting()
}
