package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
)

type T struct {
	A int
	B string
	C []int
	D map[string]bool
	E *T
	U8 uint8
	F float64
	S struct{ X int }
	Arr [2]int
}

func try(s string) {
	var t T
	err := json.Unmarshal([]byte(s), &t)
	fmt.Printf("%-30q %T %v\n", s, err, err)
	switch e := err.(type) {
	case *json.SyntaxError:
		fmt.Println("   off", e.Offset)
	case *json.UnmarshalTypeError:
		fmt.Printf("   %q %v %d %q %q\n", e.Value, e.Type, e.Offset, e.Struct, e.Field)
	}
}

func main() {
	for _, s := range []string{``, ` `, `{`, `{"A"`, `{"A":`, `{"A":1`, `{"A":1,`, `{"A":1,}`, `{"A" 1}`, `{A:1}`, `[1,2`, `[1 2]`, `nul`, `nulx`, `tru`, `"abc`, `"a\qb"`, `"a\u12"`, "\"a\nb\"", `1 2`, `{"A":1}x`, `{"A":"s"}`, `{"A":1.5}`, `{"A":1e2}`, `{"U8":300}`, `{"U8":-1}`, `{"B":1}`, `{"C":{"a":1}}`, `{"C":[1,"x",3],"B":"set"}`, `{"D":{"a":1}}`, `{"E":{"A":"x"}}`, `{"S":{"X":"y"}}`, `{"F":1e999}`, `{"Arr":[1,2,3]}`, `-`, `01`, `1.`, `1e`, `[`, `]`, `}`, `{"A":true}`, `[]`, `"x"`, `3`, `{"A":null,"B":null}`, `{"a":5,"b":"low"}`, `{"A":1,"A":2}`, "{\"B\":\"\xff\"}", `{"B":"\ud800"}`, `{'A':1}`, `+1`, `.5`} {
		try(s)
	}
	fmt.Println(json.Unmarshal([]byte("1"), nil))
	var np *int
	fmt.Println(json.Unmarshal([]byte("1"), np), json.Unmarshal([]byte("1"), 5))
	for _, v := range []any{math.NaN(), math.Inf(1), make(chan int), func() {}, complex(1, 2), struct{ C chan int }{}} {
		_, err := json.Marshal(v)
		fmt.Printf("%T %v\n", err, err)
	}
	d := json.NewDecoder(strings.NewReader(`{"A":1}{"A":2,"Z":3} [1] x`))
	for {
		var t T
		err := d.Decode(&t)
		fmt.Println(t.A, err, d.InputOffset(), d.More())
		if err != nil && !strings.Contains(err.Error(), "array") {
			break
		}
	}
	d = json.NewDecoder(strings.NewReader(`{"A":1,"Z":3}`))
	d.DisallowUnknownFields()
	var t T
	fmt.Println(d.Decode(&t), t.A)
	d = json.NewDecoder(strings.NewReader(`{"a":[1,2.5,"x",null,true,{"b":{}}]}`))
	for {
		tok, err := d.Token()
		fmt.Printf("%T %v %v %v\n", tok, tok, err, d.More())
		if err != nil {
			break
		}
	}
}
