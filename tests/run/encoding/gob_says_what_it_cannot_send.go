// Types that cannot be described are refused before anything is written, those with nothing to send after that.
package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
)

type A struct{ X int }
type T struct {
	F func()
	B A
}
type U struct {
	C chan int
	X int
}
type F func()

func enc(v any) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(v)
	fmt.Printf("%T %v %x\n", v, err, b.Bytes())
}

func main() {
	enc(func() {})
	enc(F(nil))
	enc(make(chan int))
	enc([]func(){})
	enc(map[string]chan int{})
	enc([]chan int{nil})
	enc(T{B: A{1}})
	enc(U{X: 2})
	enc(&U{X: 2})
	enc([2]F{})
	enc(struct{ C chan int }{})
	enc(struct{}{})
	enc(struct{ x int }{})
	enc(A{})
	enc([]any{1})
	enc([]any{func() {}})
	enc(map[string]any{"a": make(chan int)})
	enc(uintptr(5))
	enc([]A{{1}})
	enc(map[string]A{})
	enc([]map[string]int{})
	var b bytes.Buffer
	gob.NewEncoder(&b).Encode("text")
	fmt.Println(gob.NewDecoder(&b).Decode(new(A)))
}
