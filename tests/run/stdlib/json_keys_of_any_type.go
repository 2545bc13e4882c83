package main

import (
	"encoding/json"
	"fmt"
)

type K struct{ A int }
type T struct {
	M map[bool]int `json:"m"`
}

func main() {
	for _, v := range []any{map[float64]int{1.5: 1}, map[bool]int{true: 1}, map[bool]int{}, map[bool]int(nil), map[[2]int]int{{1, 2}: 1}, map[any]int{"a": 1}, map[any]int{1: 1}, map[K]int{{1}: 1}, map[complex128]int{1: 1}, map[*int]int{nil: 1}, map[chan int]int{nil: 1}, T{}, T{map[bool]int{true: 1}}, map[string]map[bool]int{"x": {true: 1}}, []map[bool]int{{}, {false: 2}}, map[string]chan int{"a": nil}, []any{func() {}}, map[rune]int{'a': 1}, map[uint8]bool{3: true}, map[uintptr]int{1: 2}} {
		b, err := json.Marshal(v)
		fmt.Printf("%T %s %v %T\n", v, b, err, err)
	}
	var a map[float64]int
	fmt.Println(json.Unmarshal([]byte(`{"1.5":1}`), &a), a)
	var b map[bool]int
	fmt.Println(json.Unmarshal([]byte(`{"true":1}`), &b), b)
	var c map[any]int
	fmt.Println(json.Unmarshal([]byte(`{"true":1}`), &c), c)
	var d map[K]int
	fmt.Println(json.Unmarshal([]byte(`{"true":1}`), &d), d)
	fmt.Println(json.Unmarshal([]byte(`{}`), &d), d)
	var e map[int8]int
	fmt.Println(json.Unmarshal([]byte(`{"300":1}`), &e), e)
}
