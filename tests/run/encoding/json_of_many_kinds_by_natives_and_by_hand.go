package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
)

type inner struct {
	A int `json:"a,omitempty"`
	B string
	C *inner `json:",omitempty"`
}

type Embedded struct {
	Deep  int
	Title string `json:"title"`
}

type celsius float64

func (c celsius) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%.1fC", float64(c)), nil }
func (c *celsius) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%fC", (*float64)(c))
	return err
}

type ptrOnly struct{ N int }

func (p *ptrOnly) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, ` {"ptr" : %d} `, p.N), nil }
func (p *ptrOnly) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		return errors.New("ptrOnly: no object: " + string(b))
	}
	p.N = len(b)
	return nil
}

type failing int

func (f failing) MarshalJSON() ([]byte, error) {
	if f == 3 {
		return nil, errors.New("three")
	}
	return []byte(fmt.Sprint(int(f))), nil
}

type all struct {
	Bool    bool
	I8      int8
	U16     uint16
	F32     float32
	F64     float64
	S       string
	Q       int    `json:",string"`
	QS      string `json:",string"`
	Bytes   []byte
	Arr     [3]int
	Strs    []string
	M       map[string]int
	IM      map[int8]string
	UM      map[uint]bool
	Any     any
	Ptr     *int
	PP      **string
	In      inner
	Ins     []inner
	Num     json.Number
	Raw     json.RawMessage
	T       time.Time
	Temp    celsius
	Temps   []celsius
	TM      map[celsius]int
	P       ptrOnly
	PL      []ptrOnly
	PM      map[string]ptrOnly
	Z       int            `json:",omitzero"`
	ZT      time.Time      `json:",omitzero"`
	ES      []int          `json:",omitempty"`
	EM      map[string]int `json:",omitempty"`
	EF      float64        `json:",omitempty"`
	EI      any            `json:",omitempty"`
	Skip    int            `json:"-"`
	Dash    int            `json:"-,"`
	Weird   int            `json:"a<b>&c"`
	private int
	Embedded
	*Opt
}

type Opt struct{ Given bool }

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s %v\n", b, err)
}

func read[T any](text string) {
	var v T
	err := json.Unmarshal([]byte(text), &v)
	fmt.Printf("%T %+v %v\n", v, v, err)
	var typ *json.UnmarshalTypeError
	if errors.As(err, &typ) {
		fmt.Println("  ", typ.Value, typ.Type, typ.Offset, typ.Struct, typ.Field)
	}
}

func main() {
	seven, text := 7, "t"
	pt := &text
	x := all{
		Bool: true, I8: -8, U16: 16, F32: 0.1, F64: 1e21, S: "a\"b\\<>&\u2028\x01\xff é\t", Q: 5, QS: "q\"<",
		Bytes: []byte("hello!"), Arr: [3]int{1, 2, 3}, Strs: []string{}, M: map[string]int{"z": 1, "a": 2, "m<": 3},
		IM: map[int8]string{-1: "x", 10: "y", 2: "z"}, UM: map[uint]bool{3: true}, Any: []any{1, 2.5, "x", nil, map[string]any{"k": inner{B: "b"}}},
		Ptr: &seven, PP: &pt, In: inner{B: "in", C: &inner{A: 1}}, Ins: []inner{{A: 1}, {B: "2"}}, Num: "12.50", Raw: json.RawMessage(` {"raw" : [1, 2]} `),
		T: time.Date(2020, 1, 2, 3, 4, 5, 6000, time.UTC), Temp: 36.6, Temps: []celsius{1, 2}, TM: map[celsius]int{3: 4},
		P: ptrOnly{1}, PL: []ptrOnly{{2}}, PM: map[string]ptrOnly{"pm": {3}}, Weird: 9, Dash: 1, Embedded: Embedded{1, "title"},
	}
	show(x)
	show(&x)
	x.Opt = &Opt{true}
	x.Z, x.ZT, x.EF, x.EI = 1, x.T, 2, 3
	b, _ := json.MarshalIndent(&x, ">", "  ")
	fmt.Println(string(b))
	var y all
	if err := json.Unmarshal(b[1:], &y); err != nil {
		fmt.Println("error", err)
	}
	c, err := json.Marshal(y)
	fmt.Println(string(c), err)

	// What has no JSON.
	show([]float64{1, math.NaN()})
	show(map[string]any{"a": math.Inf(1)})
	show(struct{ F func() }{})
	show([]any{make(chan int)})
	show(map[bool]int{true: 1})
	show(json.Number("1x"))
	show([]json.Number{"", "5"})
	show([]failing{1, 2})
	show([]failing{1, 3, 2})
	show([]any{failing(1), &x.P, x.P, (*ptrOnly)(nil), error(nil)})
	type loop struct{ Next *loop }
	l := &loop{}
	l.Next = l
	show(l)
	deep := any(1)
	for range 2000 {
		deep = []any{deep}
	}
	b, err = json.Marshal(deep)
	fmt.Println(len(b), err)
	var back any
	fmt.Println(json.Unmarshal(b, &back))
	b2, _ := json.Marshal(back)
	fmt.Println(bytes.Equal(b, b2))
	fmt.Println(json.Unmarshal([]byte(strings.Repeat("[", 10001)), &back))

	// What does not go with a type.
	read[[]int](`[1, 2, "x", 4]`)
	read[[]int8](`[1, 200, 3]`)
	read[[]uint](`[1, -2, 3.5]`)
	read[map[string]inner](`{"a": {"a": 1, "B": 5}, "b": {"a": "x"}}`)
	read[inner](`{"A": 1, "b": "case", "c": null}`)
	read[inner](`{"a": 1, "a": 2, "b": "x", "B": "y"}`)
	read[[2]int](`[1, 2, 3]`)
	read[[2]int](`[1]`)
	read[*int](`null`)
	read[**int](`null`)
	read[map[int]string](`{"1": "a", "-2": "b"}`)
	read[map[int8]string](`{"1": "a", "1000": "b"}`)
	read[map[string]any](`{"x": [1, {"y": null}], "z": true, "s": "\ud83d\ude00\u00e9\ud800\n"}`)
	read[any](`[]`)
	read[any](`-0.5e3`)
	read[any](`1e999`)
	read[[]any](`{}`)
	read[[]string](`["a", null, "b"]`)
	read[json.Number](`12`)
	read[json.Number](`"12"`)
	read[json.Number](`"x"`)
	read[[]byte](`"aGVsbG8h"`)
	read[[]byte](`"aGVs bG8h"`)
	read[[]byte](`[1, 2]`)
	read[[]ptrOnly](`[{"a": 1}, {}, 5, {"bb": 2}]`)
	read[map[string]ptrOnly](`{"x": {"a": 1}, "y": 5}`)
	read[[]celsius](`["1.5C", null, "2C"]`)
	read[[]celsius](`["1.5C", 3]`)
	read[map[celsius]int](`{"1.5C": 3}`)
	read[struct{ time.Time }](`"2020-01-02T03:04:05Z"`)
	read[struct {
		T []time.Time
		E error
	}](`{"T": ["2020-01-02T03:04:05Z", "bad"]}`)
	read[struct{ E error }](`{"E": null}`)
	read[struct{ E error }](`{"E": 1}`)
	read[bool](`1`)
	read[string](`{}`)
	read[struct {
		N int `json:",string"`
	}](`{"N": "12"}`)
	for _, bad := range []string{"", "{", "[1,]", `{"a" 1}`, `"\x"`, "01", "1.", "tru", "[1] x", `{"a":1,}`, "nul", "\"\x01\"", "-", "[1 2]"} {
		read[any](bad)
	}

	// Into what is there already.
	m := map[string]int{"keep": 1, "set": 2}
	fmt.Println(json.Unmarshal([]byte(`{"set": 3}`), &m), m)
	s := make([]int, 5, 10)
	fmt.Println(json.Unmarshal([]byte(`[1, 2]`), &s), s, cap(s))
	var grown []string
	fmt.Println(json.Unmarshal([]byte(`["a", "b", "c", "d", "e"]`), &grown), len(grown), cap(grown))
	n := 5
	var a any = &n
	fmt.Println(json.Unmarshal([]byte(`6`), &a), n, a == any(&n))
	holder := struct{ X any }{&inner{B: "kept"}}
	fmt.Println(json.Unmarshal([]byte(`{"X": {"a": 4}}`), &holder), holder.X.(*inner).A, holder.X.(*inner).B)
	fmt.Println(json.Unmarshal([]byte(`{"X": null}`), &holder), holder.X)
	p := &inner{A: 1}
	q := p
	fmt.Println(json.Unmarshal([]byte(`{"B": "same"}`), &p), p == q, q.B)
	fmt.Println(json.Unmarshal([]byte(`null`), &p), p == nil)
	fmt.Println(json.Unmarshal([]byte(`1`), nil), json.Unmarshal([]byte(`1`), 5), json.Unmarshal([]byte(`1`), (*int)(nil)))

	// Streams.
	dec := json.NewDecoder(strings.NewReader(`{"a": 1, "zz": 2} [1.5, "x"] {"a": 3} nonsense`))
	dec.UseNumber()
	for {
		var v any
		if err := dec.Decode(&v); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%v %d\n", v, dec.InputOffset())
	}
	dec = json.NewDecoder(strings.NewReader(`{"a": 1, "zz": 2}`))
	dec.DisallowUnknownFields()
	var in inner
	fmt.Println(dec.Decode(&in), in.A)
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	fmt.Println(enc.Encode(map[string]any{"<": []int{}, "e": map[string]int{}, "r": json.RawMessage(`{"<":[ ]}`)}), out.String())
}
