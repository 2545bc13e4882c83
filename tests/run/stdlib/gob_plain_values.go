package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"
)

type point struct{ X, Y float64 }

type text string

type temp int

func (t temp) GobEncode() ([]byte, error)  { return []byte{byte(t)}, nil }
func (t *temp) GobDecode(b []byte) error   { *t = temp(b[0]) + 100; return nil }

type rec struct {
	Name   text
	N      int
	U      uint8
	F      float32
	C      complex128
	Ok     bool
	B      []byte
	L      []int
	LL     [][]string
	A      [3]uint16
	AB     [2]byte
	P      *point
	PP     **point
	M      map[string]point
	E      map[int]int
	In     struct{ Z int }
	hidden int
	Ch     chan int
	Fn     func()
	T      temp
	Temps  []temp
	Last   int
}

type cyclic struct {
	V    int
	Next *cyclic
}

func main() {
	p := &point{1, -2.5}
	values := []any{
		rec{},
		rec{Name: "n", N: -5, U: 200, F: 1.5, C: 2i, Ok: true, B: []byte("bytes"), L: []int{1, -1, 1 << 40, math.MinInt64}, LL: [][]string{{"a"}, nil, {}}, A: [3]uint16{1, 0, 65535}, AB: [2]byte{1, 255}, P: p, PP: &p, M: map[string]point{"a": {3, 4}}, E: map[int]int{}, hidden: 3, T: 7, Temps: []temp{1, 2}, Last: 9},
		rec{F: float32(math.Copysign(0, -1)), L: []int{}, In: struct{ Z int }{4}},
		[]float64{0, 1, math.Inf(1), math.NaN()},
		[]bool{true, false},
		map[text][]uint{"x": {1, 2, 300}},
		[]point{{1, 2}, {}},
		cyclic{1, &cyclic{2, nil}},
		"text", 5, -7, uint(300), 2.5, []string{"a", ""}, [2]int{1, 2},
	}
	for _, v := range values {
		var b bytes.Buffer
		err := gob.NewEncoder(&b).Encode(v)
		fmt.Printf("%T %v\n", v, err)
		// The numbers of types are those of this program; the value is what comes last.
		fmt.Println(b.Len() > 0)
	}
	var b bytes.Buffer
	e := gob.NewEncoder(&b)
	d := gob.NewDecoder(&b)
	for i := range 3 {
		r := values[1].(rec)
		r.N = i
		fmt.Println(e.Encode(r))
		var out rec
		fmt.Println(d.Decode(&out))
		fmt.Println(out.Name, out.N, out.U, out.F, out.C, out.Ok, out.B, out.L, out.LL, out.A, out.AB, *out.P, **out.PP, out.M, out.E == nil, out.T, out.Temps, out.Last, out.hidden)
	}
	b.Reset()
	e = gob.NewEncoder(&b)
	before := b.Len()
	e.Encode([]int{1, 2, 3, 1000, -1000})
	e.Encode([]int{5})
	fmt.Printf("%x\n", b.Bytes()[b.Len()-5:])
	_ = before
	fmt.Println(gob.NewEncoder(&b).Encode([]*int{nil}))
	var wrong struct{ Name int }
	b.Reset()
	e = gob.NewEncoder(&b)
	d = gob.NewDecoder(&b)
	e.Encode(rec{Name: "a"})
	fmt.Println(d.Decode(&wrong))
	e.Encode(rec{Name: "b"})
	fmt.Println(d.Decode(&wrong))
	e.Encode(rec{Name: "c"})
	var right struct{ Name string }
	fmt.Println(d.Decode(&right), right)
}
