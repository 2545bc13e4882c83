// What is said of received types that do not fit, among them types that mention themselves, and of empty messages.
package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
)

type Shape interface{ Area() float64 }
type Square struct{ S float64 }

func (s Square) Area() float64 { return s.S * s.S }

type Code struct{ x, y int }

func (c Code) GobEncode() ([]byte, error)   { return []byte{byte(c.x), byte(c.y)}, nil }
func (c *Code) GobDecode(b []byte) error { c.x, c.y = int(b[0]), int(b[1]); return nil }

type Node struct {
	A     int
	Kids  map[string]*Node
	Next  *Node
	Shape Shape
	C     Code
	P     struct{ X, Y uint8 }
	Q     []Shape
	R     [][2]Square
	Self  List
}
type List []List

func main() {
	gob.Register(Square{})
	var buf bytes.Buffer
	n := Node{A: -1, Kids: map[string]*Node{"k": {A: 7}}, Next: &Node{A: 2}, Shape: Square{2}, Q: []Shape{Square{1}}, R: [][2]Square{{{1}, {2}}}, Self: List{List{}, nil}}
	fmt.Println(gob.NewEncoder(&buf).Encode(n))
	decode := func(v any) {
		err := gob.NewDecoder(bytes.NewReader(buf.Bytes())).Decode(v)
		fmt.Printf("%T: %v\n", v, err)
	}
	var same Node
	decode(&same)
	fmt.Println(same.A, same.Kids["k"].A, same.Next.A, same.Shape, same.Q, same.R, len(same.Self))
	decode(new(int))
	decode(new(string))
	decode(new(Shape))
	decode(new([]Node))
	decode(new(map[string]Node))
	decode(new(Code))
	decode(new(struct{ A string }))
	decode(new(struct{ Shape Square }))
	decode(new(struct{ Shape *Square }))
	decode(new(struct{ A Square }))
	decode(new(struct{ Q []Square }))
	decode(new(struct{ R [][2]Code }))
	decode(new(struct{ R [][2]struct{ S string } }))
	decode(new(struct{ R [][2]struct{ T string } }))
	decode(new(struct{ R [][3]Square }))
	decode(new(struct{ Kids map[string]Square }))
	decode(new(struct{ Kids map[int]Node }))
	decode(new(struct{ C Square }))
	decode(new(struct{ P Code }))
	decode(new(struct{ P struct{ X, Y int8 } }))
	decode(new(struct{ Self []int }))
	decode(new(struct{ Self [][][]Square }))
	decode(new(struct{ Zed int }))
	for _, b := range [][]byte{nil, {0}, {0, 0}, {1}, {3, 4, 0}, {3, 4, 0, 2}} {
		var i int
		fmt.Println(gob.NewDecoder(bytes.NewReader(b)).Decode(&i), i)
	}
}
