package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io"
	"math/big"
	"reflect"
	"time"
)

type Point struct{ X, Y int }

type Shape interface{ Area() float64 }

type Square struct{ Side float64 }

func (s Square) Area() float64 { return s.Side * s.Side }

type Circle struct{ R float64 }

func (c *Circle) Area() float64 { return c.R * c.R * 3 }

type Tree struct {
	Value       int
	Left, Right *Tree
}

type All struct {
	A  bool
	B  int8
	C  uint16
	D  float32
	E  complex128
	F  string
	G  []byte
	H  []int
	I  [3]string
	J  map[string]int
	K  *Point
	L  Point
	M  []Point
	N  map[Point][]string
	O  any
	P  Shape
	Q  []any
	R  **int
	S  time.Time
	T  *big.Int
	U  func()
	V  chan int
	un int
	W  struct{ Z int }
	X  []Shape
	Y  [][]int
}

type Own struct{ secret string }

func (o Own) GobEncode() ([]byte, error)  { return []byte("own:" + o.secret), nil }
func (o *Own) GobDecode(b []byte) error { o.secret = string(b[4:]); return nil }

type old struct {
	A, B int
	Gone string
	Nest struct{ Q, R int }
}

type newer struct {
	B    int
	A    *int
	New  string
	Nest *struct{ R int }
}

func main() {
	gob.Register(Square{})
	gob.Register(&Circle{})
	gob.RegisterName("pt", Point{})
	gob.Register(map[string]any{})
	n := 7
	pn := &n
	values := []any{
		true, 0, 5, -65, 1 << 40, uint(300), 3.25, 1 + 2i, "hello", []byte("bytes"), []int{1, 0, -1}, [2]string{"a", ""}, map[string]int{"one": 1}, Point{1, 2}, &Point{0, 3}, []Point{{1, 0}, {}}, Point{},
		Tree{1, &Tree{2, nil, nil}, &Tree{3, &Tree{4, nil, nil}, nil}}, Own{"x"}, []Own{{"y"}}, time.Date(2024, 1, 2, 3, 4, 5, 6, time.UTC),
		All{A: true, B: -3, C: 40000, D: 1.5, E: 2i, F: "f", G: []byte{1}, H: []int{}, I: [3]string{1: "i"}, J: map[string]int{"j": 0}, K: &Point{}, L: Point{X: 9}, M: []Point{{3, 4}}, N: map[Point][]string{{1, 1}: {"n"}}, O: 5, P: Square{2},
			Q: []any{"s", 1, Point{7, 8}, nil, []string{"q"}}, R: &pn, S: time.Unix(5, 6).UTC(), T: big.NewInt(99), X: []Shape{&Circle{1}, Square{3}}, Y: [][]int{{1}, {2, 3}}},
	}
	for _, v := range values {
		var buf bytes.Buffer
		enc := gob.NewEncoder(&buf)
		err := enc.Encode(v)
		first := buf.Len()
		err2 := enc.Encode(v)
		fmt.Printf("%T %v %v %x %d\n", v, err, err2, buf.Bytes()[:first], buf.Len()-first)
		dec := gob.NewDecoder(&buf)
		for range 3 {
			t := reflect.TypeOf(v)
			if t.Kind() == reflect.Pointer {
				t = t.Elem()
			}
			p := reflect.New(t)
			err := dec.Decode(p.Interface())
			switch x := p.Interface().(type) {
			case *All:
				fmt.Printf("%v %v %v %v %v %v %v %v %v %v %v %v %v %v %v ", err, x.A, x.B, x.C, x.D, x.E, x.F, x.G, x.H, x.I, x.J, x.K, x.L, x.M, x.N)
				if x.P != nil {
					fmt.Println(x.O, x.P.Area(), x.Q, **x.R, x.S, x.T, x.X[0].Area(), x.X[1], x.Y)
				} else {
					fmt.Println()
				}
			case *Tree:
				if err == nil {
					fmt.Println(x.Value, x.Left.Value, x.Right.Value, x.Right.Left.Value)
				} else {
					fmt.Println(err)
				}
			default:
				fmt.Println(err, p.Elem())
			}
		}
	}

	// Types need not be the same.
	var buf bytes.Buffer
	enc := gob.NewEncoder(&buf)
	o := old{A: 1, B: 2, Gone: "gone"}
	o.Nest.R = 5
	fmt.Println(enc.Encode(o), enc.Encode(o), enc.Encode(Point{1, 2}))
	dec := gob.NewDecoder(&buf)
	nw := newer{New: "kept"}
	fmt.Println(dec.Decode(&nw), nw.B, *nw.A, nw.New, nw.Nest.R)
	fmt.Println(dec.Decode(nil))
	var p3 struct{ X, Y, Z int }
	fmt.Println(dec.Decode(&p3), p3, dec.Decode(&p3) == io.EOF)

	// What does not go.
	try := func(v, into any) {
		var buf bytes.Buffer
		if err := gob.NewEncoder(&buf).Encode(v); err != nil {
			fmt.Println("encode:", err)
			return
		}
		fmt.Println("decode:", gob.NewDecoder(&buf).Decode(into))
	}
	var s string
	var i8 int8
	var sh Shape
	var pt Point
	try(5, &s)
	try(300, &i8)
	try("x", &i8)
	try(Point{1, 2}, &s)
	try(struct{ X string }{"x"}, &pt)
	try(struct{ Q int }{1}, &pt)
	try(struct{ I any }{struct{}{}}, &pt)
	try(struct{ a int }{1}, &pt)
	try([]*int{nil}, &s)
	try(struct{ S Shape }{Square{1}}, &struct{ S fmt.Stringer }{})
	try(struct{ S any }{Square{1}}, &struct{ S int }{})
	try([3]int{}, &[2]int{})
	try(Square{3}, &sh)
	fmt.Println(gob.NewEncoder(&buf).Encode(nil), gob.NewDecoder(&buf).Decode(pt))
	for _, b := range [][]byte{{}, {3}, {2, 4, 0}, {0xff}, {3, 0xff, 0x80, 1}, {5, 4, 0, 0xff, 0xff, 0xff}} {
		var n int
		fmt.Println(b, gob.NewDecoder(bytes.NewReader(b)).Decode(&n) != nil)
	}
}
