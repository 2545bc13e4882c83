package main

import (
	"bytes"
	"encoding/json/jsontext"
	"encoding/json/v2"
	"fmt"
	"math"
	"strings"
	"time"
)

type color uint8

func (c color) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("#%02x", uint8(c))), nil }
func (c *color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "#%02x", (*uint8)(c))
	return err
}

type base struct {
	Kind string
	Skip string `json:"-"`
}

type all struct {
	base
	B    bool
	S    string
	I    int8
	U    uint64
	F    float32
	By   []byte
	Arr  [4]byte
	Nums [2]int
	L    []string
	M    map[int]string
	P    *all
	A    any
	T    time.Time
	C    color
	Raw  jsontext.Value
	E    error `json:",omitzero"`
	Q    int   `json:"q,string"`
	Z    int   `json:",omitzero"`
	O    []int `json:",omitempty"`
}

func plain(err error) string { return strings.ReplaceAll(fmt.Sprint(err), "unable to", "cannot") }

func main() {
	v := all{
		base: base{"k", "no"}, B: true, S: "<é>", I: -3, U: math.MaxUint64, F: 0.1, By: []byte("hi"), Arr: [4]byte{1, 2, 3, 4},
		Nums: [2]int{5, 6}, L: []string{"a", ""}, M: map[int]string{2: "b", 1: "a"}, A: []any{nil, 1.5, map[string]any{"x": "y"}},
		T: time.Date(2024, 2, 29, 12, 0, 0, 5, time.UTC), C: 255, Raw: jsontext.Value(` {"a" : [1] } `), Q: 9,
	}
	v.P = &all{}
	text, err := json.Marshal(v, json.Deterministic(true))
	fmt.Println(string(text), plain(err))
	indented, err := json.Marshal(&v, json.Deterministic(true), jsontext.WithIndent("  "))
	fmt.Println(len(indented), plain(err))
	var w all
	fmt.Println(plain(json.Unmarshal(text, &w)))
	again, err := json.Marshal(w, json.Deterministic(true))
	fmt.Println(bytes.Equal(text, again), plain(err))
	w = all{}
	fmt.Println(plain(json.UnmarshalRead(strings.NewReader(string(indented)), &w)))
	again, _ = json.Marshal(w, json.Deterministic(true))
	fmt.Println(bytes.Equal(text, again))

	// What is there is merged.
	m := map[string]map[string]int{"a": {"x": 1}, "b": {"y": 2}}
	fmt.Println(plain(json.Unmarshal([]byte(`{"a": {"z": 3}, "c": null}`), &m)), m)
	s := []base{{Kind: "old", Skip: "old"}, {}}
	fmt.Println(plain(json.Unmarshal([]byte(`[{}, {"Kind": "new"}, {}]`), &s)), s)
	var x any = &base{Kind: "kept", Skip: "kept"}
	fmt.Println(plain(json.Unmarshal([]byte(`{"Kind": "set"}`), &x)), x.(*base))
	x = base{Kind: "kept", Skip: "kept"}
	fmt.Println(plain(json.Unmarshal([]byte(`{}`), &x)), x)
	for _, null := range []any{ptr(5), ptr("a"), ptr(true), ptr([]int{1}), ptr(map[string]int{"a": 1}), ptr([2]int{1, 2}), ptr(base{Kind: "a"}), ptr(color(5)), ptr(time.Now()), ptr(any(1))} {
		fmt.Printf("%v ", plain(json.Unmarshal([]byte("null"), null)))
	}
	fmt.Println()
	bs := make([]byte, 2, 10)
	keep := bs[:10]
	fmt.Println(json.Unmarshal([]byte(`"AQIDBA=="`), &bs), bs, keep)

	// Nothing, empty, and of other lengths.
	for _, v := range []any{nil, (*int)(nil), []int(nil), []int{}, map[string]int(nil), []byte(nil), []byte{}, struct{}{}, [0]int{}, [2]bool{}, "", 0, math.Copysign(0, -1)} {
		text, err := json.Marshal(v)
		fmt.Print(string(text), " ", plain(err), "; ")
	}
	fmt.Println()

	// A stream of values, and values in the middle of tokens.
	d := jsontext.NewDecoder(strings.NewReader(`{"a":1} [true] {"b":[{"Kind":"x"},{"Kind":"y"}]}`))
	for range 2 {
		var v any
		fmt.Println(json.UnmarshalDecode(d, &v), v)
	}
	d.ReadToken()
	d.ReadToken()
	d.ReadToken()
	for d.PeekKind() != ']' {
		var b base
		fmt.Println(json.UnmarshalDecode(d, &b), b, d.StackPointer(), d.InputOffset())
	}
	d.ReadToken()
	d.ReadToken()
	var end any
	fmt.Println(json.UnmarshalDecode(d, &end))
	var out bytes.Buffer
	e := jsontext.NewEncoder(&out, jsontext.Multiline(true))
	e.WriteToken(jsontext.BeginArray)
	fmt.Println(json.MarshalEncode(e, base{Kind: "x"}), e.StackPointer())
	fmt.Println(json.MarshalEncode(e, map[string]any{"k": []int{1}}), e.StackPointer())
	fmt.Println(json.MarshalEncode(e, 5), e.OutputOffset())
	e.WriteToken(jsontext.EndArray)
	fmt.Println(json.MarshalWrite(&out, []string{"end"}))
	fmt.Println(out.String())
}

func ptr[T any](v T) *T { return &v }
