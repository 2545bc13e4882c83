package main

import (
	"encoding/json"
	"fmt"
)

type S struct {
	M map[bool]int
	F map[float32]string
	A []map[[1]int]int
}

func main() {
	for _, s := range []string{`{"M":{"true":1},"F":{"1.5":"x"}}`, `{"F":{"x":"y"}}`, `{"F":{"1e99":"y"}}`, `{"A":[{"a":1},{}]}`, `{"M":null}`, `{"M":{}}`, `{"M":[]}`} {
		var v S
		err := json.Unmarshal([]byte(s), &v)
		fmt.Println(v, err)
		if te, ok := err.(*json.UnmarshalTypeError); ok {
			fmt.Println(te.Field, te.Value, te.Struct, te.Offset)
		}
	}
	b, err := json.Marshal(S{M: map[bool]int{false: 1}})
	fmt.Println(string(b), err)
	b, err = json.Marshal(S{A: []map[[1]int]int{nil, {{1}: 2}}, F: map[float32]string{0.1: "x\"y", -2: "z"}})
	fmt.Println(string(b), err)
	b, err = json.Marshal(map[string]any{"a/b~c\"": map[bool]int{true: 1}})
	fmt.Println(string(b), err)
}
