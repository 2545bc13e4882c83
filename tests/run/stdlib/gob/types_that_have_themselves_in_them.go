package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"
)

type tree []tree
type graph map[string]graph
type node struct {
	Name  string
	Next  list
	Pairs map[string]*node
}
type list []node
type hidden struct{ a int }
type outer struct {
	A int
	H hidden
}

func there(in, out any) {
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(in); err != nil {
		fmt.Println("Encode:", err)
		return
	}
	fmt.Printf("%x\n", buf.Bytes())
	if err := gob.NewDecoder(&buf).Decode(out); err != nil {
		fmt.Println("Decode:", err)
		return
	}
}

type empty struct{}

func main() {
	var t tree
	there(tree{nil, tree{{}, {}}}, &t)
	fmt.Println(len(t), len(t[1]))
	var g graph
	there(graph{"a": graph{"b": nil}}, &g)
	fmt.Println(g)
	var l list
	there(list{{Name: "x", Next: list{{Name: "y"}}}}, &l)
	fmt.Println(l)
	there(outer{A: 1}, new(outer))
	there([]hidden{}, new([]hidden))

	// Many small values.
	gob.Register(empty{})
	many := make([]any, 100)
	for i := range many {
		many[i] = empty{}
	}
	var buf bytes.Buffer
	fmt.Println(gob.NewEncoder(&buf).Encode(many))
	var got []any
	fmt.Println(gob.NewDecoder(&buf).Decode(&got), len(got))

	// Keys that equal nothing.
	buf.Reset()
	fmt.Println(gob.NewEncoder(&buf).Encode(map[float64]string{math.NaN(): "a", math.NaN(): "b", 1: "c"}))
	m := map[float64]string{}
	fmt.Println(gob.NewDecoder(&buf).Decode(&m), len(m))

	// The memory of a slice that is long enough is used again.
	y := []byte("ABCDE")
	first := &y[0]
	buf.Reset()
	gob.NewEncoder(&buf).Encode([]byte("abcd"))
	fmt.Println(gob.NewDecoder(&buf).Decode(&y), string(y), first == &y[0])

	var small struct{ C complex64 }
	buf.Reset()
	gob.NewEncoder(&buf).Encode(struct{ C complex128 }{complex(math.MaxFloat32*2, 0)})
	fmt.Println(gob.NewDecoder(&buf).Decode(&small))
	dec := gob.NewDecoder(bytes.NewReader([]byte{0x12, 0xff, 0xff, 2, 2, 0x20, 0, 0xf8, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x20, 0x20, 0x20, 0x20, 0x20}))
	fmt.Println(dec.Decode(nil) != nil)
}
