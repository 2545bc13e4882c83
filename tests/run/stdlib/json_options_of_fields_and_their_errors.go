package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"reflect"
	"strings"
)

type tagged struct {
	B bool        `json:",string"`
	N json.Number `json:",string"`
	S string      `json:",string"`
	I int         `json:",string"`
}
type embedded struct{ Q int }
type outer struct {
	*embedded
	R int
}
type byPointer struct{ N int }

// IsZero is the opposite of what it says.
func (p *byPointer) IsZero() bool { return p.N != 0 }

type zeroer interface{ IsZero() bool }
type zeros struct {
	A byPointer  `json:"a,omitzero"`
	B *byPointer `json:"b,omitzero"`
	C zeroer     `json:"c,omitzero"`
	D zeroer     `json:"d,omitzero"`
}
type key float64

func (k key) MarshalText() ([]byte, error) { return fmt.Append(nil, "k", float64(k)), nil }

func main() {
	b, err := json.Marshal(tagged{true, "46", "x", 1})
	fmt.Println(string(b), err)
	var t tagged
	fmt.Println(json.Unmarshal(b, &t), t)
	for _, s := range []string{`"x"`, `"foo"`, `"123"`, `123`, `"\""`, `"\"foo"`, `""`, `" \"x\""`, `"é"`, `[1]`, `{}`, `null`, `true`} {
		fmt.Println(json.Unmarshal([]byte(`{"S":`+s+`}`), &t), t.S)
		fmt.Println(json.Unmarshal([]byte(`{"N":`+s+`}`), &t), t.N)
		fmt.Println(json.Unmarshal([]byte(`{"B":`+s+`}`), &t), t.B)
		fmt.Println(json.Unmarshal([]byte(`{"I":`+s+`}`), &t), t.I)
	}
	for _, s := range []string{`1`, `"x"`, `{}`, `[]`, `true`} {
		var o outer
		err := json.Unmarshal([]byte(`{"R":2,"Q":`+s+`}`), &o)
		fmt.Println(err, o.R)
		if e, ok := err.(*json.UnmarshalTypeError); ok {
			fmt.Println(e.Offset, e.Value, e.Type)
		}
	}
	z := zeros{C: (*byPointer)(nil), D: &byPointer{}}
	for _, v := range []any{z, &z, map[string]zeros{"m": {A: byPointer{1}}}, zeros{B: &byPointer{1}}} {
		b, err := json.Marshal(v)
		fmt.Println(string(b), err)
	}
	b, err = json.Marshal(map[key]int{key(math.NaN()): 1, key(math.NaN()): 1, 2: 3})
	fmt.Println(string(b), err)
	for _, field := range []string{"", "1", "a", "a.1"} {
		fmt.Println(&json.UnmarshalTypeError{Value: "number", Type: reflect.TypeFor[int](), Struct: "T", Field: field})
	}
	d := json.NewDecoder(strings.NewReader(" [ 1 , {\"a\" : 2 } ] \n"))
	for {
		tok, err := d.Token()
		fmt.Println(tok, err, d.InputOffset(), d.More(), d.InputOffset())
		if err == io.EOF {
			break
		}
	}
}
