package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

type Color int

func (c Color) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("color-%d", int(c))), nil }
func (c *Color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "color-%d", (*int)(c))
	return err
}

type Temp float64

func (t Temp) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`{"celsius": %.1f }`, float64(t))), nil }
func (t *Temp) UnmarshalJSON(b []byte) error {
	var x struct{ Celsius float64 }
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	*t = Temp(x.Celsius)
	return nil
}

type Base struct {
	ID   int    `json:"id"`
	Kind string `json:"kind,omitempty"`
}
type Mixed struct {
	Base
	*Extra
	Name    string            `json:"name"`
	Email   *string           `json:"email"`
	Tags    []string          `json:"tags,omitempty"`
	Attrs   map[string]any    `json:"attrs,omitempty"`
	Skip    string            `json:"-"`
	Dash    string            `json:"-,"`
	private int
	Raw     json.RawMessage `json:"raw,omitempty"`
	Data    []byte          `json:"data"`
	C       Color           `json:"c"`
	T       Temp            `json:"t"`
	Q       int             `json:"q,string"`
	B       bool            `json:"b,string"`
	F32     float32
	F       float64
	U8      uint8
	Any     any
	Arr     [3]int
	When    time.Time     `json:"when"`
	D       time.Duration `json:"d"`
	M       map[Color]int
	MI      map[int]string
	Z       struct{}  `json:"z,omitzero"`
	ZT      time.Time `json:"zt,omitzero"`
	N       json.Number
}
type Extra struct{ X, Y int }
type Bad struct{}

func (Bad) MarshalJSON() ([]byte, error) { return nil, errors.New("no way") }

type Node struct {
	V    int     `json:"v"`
	Kids []*Node `json:"kids,omitempty"`
}
type A struct{ S string }
type B struct{ S string }
type Amb struct {
	A
	B
	T int
}

func main() {
	mail := "a@b.c"
	m := Mixed{Base: Base{ID: 1}, Extra: &Extra{1, 2}, Name: "Ann <&> \"q\" \u2028 \x01 é \xff", Email: &mail, Tags: []string{"x", "y"},
		Attrs: map[string]any{"b": 1, "a": []int{1}, "c": nil, "d": map[string]bool{"k": true}}, Raw: json.RawMessage(`{"x" : [1, 2]}`),
		Data: []byte("hello world"), C: 3, T: 36.6, Q: 42, B: true, F32: 1.1, F: 1e21, U8: 255, Any: Color(2), Arr: [3]int{1, 2, 3},
		When: time.Date(2024, 2, 3, 4, 5, 6, 7000, time.UTC), D: time.Second, M: map[Color]int{1: 1, 0: 2}, MI: map[int]string{10: "a", 9: "b"}, N: "12.50"}
	b, err := json.Marshal(m)
	fmt.Println(string(b), err)
	var back Mixed
	err = json.Unmarshal(b, &back)
	fmt.Println(err)
	fmt.Printf("%+v\n", back.Base)
	fmt.Println(back.Extra.X, back.Name, *back.Email, back.Tags, back.Attrs, string(back.Raw), string(back.Data), back.C, float64(back.T), back.Q, back.B, back.F32, back.F, back.U8, back.Any, back.Arr, back.When, back.D, len(back.M), back.MI, back.N)
	b2, _ := json.Marshal(back)
	fmt.Println(bytes.Equal(b, b2))
	out, _ := json.MarshalIndent(map[string]any{"z": []any{}, "y": map[string]int{}, "x": []any{1, "two", nil, 3.5, true}}, ">", "  ")
	fmt.Println(string(out))
	var x any
	fmt.Println(json.Unmarshal([]byte(` {"a":[1,2,{"b":null}],"c":"\u00e9\ud83d\ude00\n","d":1e3,"e":false} `), &x), x)
	for _, v := range []any{1.0, 0.1, 1e-7, 123456789.0, 1e20, 1e21, -0.0, float32(3.4028235e38), float32(1e-7), int64(-5), uint64(1 << 63), "", nil, []int(nil), []string{}, map[string]int(nil), struct{}{}, [2]bool{true}, 'x', complex64(0) == 0} {
		b, err := json.Marshal(v)
		fmt.Print(string(b), err, " ")
	}
	fmt.Println()
	_, err = json.Marshal(map[string]any{"k": Bad{}})
	fmt.Println(err)
	var me *json.MarshalerError
	fmt.Println(errors.As(err, &me))
	var n Node
	fmt.Println(json.Unmarshal([]byte(`{"v":1,"kids":[{"v":2,"kids":[{"v":3}]},null,{"V":4}]}`), &n), n.V, len(n.Kids), n.Kids[0].Kids[0].V, n.Kids[1] == nil, n.Kids[2].V)
	amb, _ := json.Marshal(Amb{T: 1})
	fmt.Println(string(amb))
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.Encode("<a>")
	enc.SetIndent("", "\t")
	enc.Encode(n)
	dec := json.NewDecoder(strings.NewReader(`{"v":1} {"v":2}` + "\n" + `[1,2,3] "s" 12`))
	for dec.More() {
		var v any
		if err := dec.Decode(&v); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v\n", v, v)
	}
	dec = json.NewDecoder(strings.NewReader(`[{"v":1},{"v":2}]`))
	dec.Token()
	for dec.More() {
		var n Node
		fmt.Println(dec.Decode(&n), n.V)
	}
	fmt.Println(dec.Token())
	dec = json.NewDecoder(strings.NewReader(`{"n": 12345678901234567890}`))
	dec.UseNumber()
	var un map[string]any
	fmt.Println(dec.Decode(&un), un)
	var buf bytes.Buffer
	fmt.Println(json.Compact(&buf, []byte(" { \"a\" : [ 1 , 2 ] } ")), buf.String())
	buf.Reset()
	json.Indent(&buf, []byte(`{"a":[1,2],"b":{}}`), "", " ")
	fmt.Println(buf.String())
	buf.Reset()
	json.HTMLEscape(&buf, []byte(`"<b>&"`))
	fmt.Println(buf.String(), json.Valid([]byte(`{}`)), json.Valid([]byte(`{`)))
	slice := []int{9, 9, 9}
	json.Unmarshal([]byte(`[1]`), &slice)
	arr := [3]int{9, 9, 9}
	json.Unmarshal([]byte(`[1]`), &arr)
	mm := map[string]int{"keep": 1}
	json.Unmarshal([]byte(`{"new":2}`), &mm)
	fmt.Println(slice, arr, mm)
	pp := new(**int)
	fmt.Println(json.Unmarshal([]byte(`5`), pp), **pp != nil, ***pp)
	var ifc any = &Node{V: 7}
	fmt.Println(json.Unmarshal([]byte(`{"kids":[]}`), &ifc), ifc)
	var ts []struct {
		A int
		B []struct{ C string }
	}
	fmt.Println(json.Unmarshal([]byte(`[{"A":1},{"A":"x","B":[{"C":5}]}]`), &ts))
	fmt.Println(json.Unmarshal([]byte(`{"C":[{"A":"x"}]}`), &struct{ C []struct{ A int } }{}))
	var mt map[string]Node
	fmt.Println(json.Unmarshal([]byte(`{"k":{"v":"x"}}`), &mt))
	var mi map[int]int
	fmt.Println(json.Unmarshal([]byte(`{"k":1}`), &mi))
	fmt.Println(json.Unmarshal([]byte(`{"kids":[{"v":1},{"v":"q"}]}`), &Node{}))
	var tm time.Time
	fmt.Println(json.Unmarshal([]byte(`"nope"`), &tm))
	var q struct {
		Q int `json:",string"`
	}
	fmt.Println(json.Unmarshal([]byte(`{"Q":5}`), &q), json.Unmarshal([]byte(`{"Q":"x"}`), &q), json.Unmarshal([]byte(`{"Q":"7"}`), &q), q)
	var bs struct{ D []byte }
	fmt.Println(json.Unmarshal([]byte(`{"D":"!!"}`), &bs))
}
