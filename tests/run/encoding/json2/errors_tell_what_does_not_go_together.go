package main

import (
	"bytes"
	"encoding/json/jsontext"
	"encoding/json/v2"
	"errors"
	"fmt"
	"io"
	"math"
	"net/netip"
	"strings"
	"testing/iotest"
	"time"
)

type inner struct {
	N int
	S string
	L []uint8
}

type outer struct {
	A    int
	B    bool
	F    float32
	S    string
	I    *inner
	M    map[string]inner
	L    []int16
	Arr  [2]int
	By   []byte
	B4   [4]byte
	T    time.Time
	D    time.Duration
	IP   netip.Addr
	C    chan int
	R    io.Reader
	Q    int64 `json:",string"`
	K    map[int8]bool
	Any  any
	Case int `json:"caseless,case:ignore"`
	Cas2 int `json:"case-less,case:ignore"`
}

func tell(what any, err error) {
	fmt.Println(what, "=>", strings.ReplaceAll(fmt.Sprint(err), "unable to", "cannot"))
	var s *json.SemanticError
	if errors.As(err, &s) {
		fmt.Printf("   %d %q %v %s %v %v\n", s.ByteOffset, s.JSONPointer, s.JSONKind, s.JSONValue, s.GoType, s.Err)
	}
	var y *jsontext.SyntacticError
	if errors.As(err, &y) {
		fmt.Printf("   %d %q %v\n", y.ByteOffset, y.JSONPointer, y.Err)
	}
}

func main() {
	for _, text := range []string{
		`{"A": "x"}`, `{"A": 1.5}`, `{"A": 99999999999999999999}`, `{"A": true}`, `{"A": {}}`, `{"B": 1}`, `{"B": "true"}`,
		`{"F": 1e39}`, `{"F": "1"}`, `{"S": 1}`, `{"S": "\ud800"}`, "{\"S\": \"\xff\"}", `{"I": {"N": []}}`, `{"I": 5}`, `{"M": {"x": {"S": null}, "y": {"N": "z"}}}`,
		`{"L": [1, 70000]}`, `{"L": {}}`, `{"Arr": [1]}`, `{"Arr": [1,2,3]}`, `{"Arr": 5}`, `{"By": "!"}`, `{"By": "AQ=\n="}`, `{"By": [1]}`, `{"B4": "AQI="}`, `{"T": "x"}`,
		`{"T": 5}`, `{"D": 5}`, `{"IP": "1.2.3"}`, `{"IP": 5}`, `{"C": 1}`, `{"C": null}`, `{"R": "x"}`, `{"Q": 5}`, `{"Q": "x"}`, `{"Q": "1.0"}`, `{"K": {"300": true}}`,
		`{"K": {"1": true, "01": true}}`, `{"K": {"1": true, "1": true}}`, `{"Any": {"a": [1, 1e999]}}`, `{"Any": {"a": 1, "a": 2}}`, `{"A": 1, "A": 2}`, `{"none": 1, "none": 1}`,
		`{"CASE_LESS": 1}`, `{"I": {"L": "AQ=="}}`, `{"A": 1`, `{"A": }`, `{"A" 1}`, `[1]`, `"x"`, `5`, ``, `  `, `{} {}`, `{"I": {"N": 1, "N": 2}}`, `{"A": tru}`,
	} {
		var v outer
		tell(text, json.Unmarshal([]byte(text), &v))
		v = outer{}
		if strings.Contains(text, "ud800") {
			continue // how much of it is told depends on what was read
		}
		if err := json.UnmarshalRead(iotest.OneByteReader(strings.NewReader(text)), &v); err != nil {
			fmt.Println("  ", strings.ReplaceAll(err.Error(), "unable to", "cannot"))
		}
	}
	tell("nil", json.Unmarshal([]byte("1"), nil))
	tell("int", json.Unmarshal([]byte("1"), 5))
	tell("nil *int", json.Unmarshal([]byte("1"), (*int)(nil)))
	tell("unknown", json.Unmarshal([]byte(`{"I": {"x~/": 1}}`), new(outer), json.RejectUnknownMembers(true)))
	tell("broken reader", json.UnmarshalRead(io.MultiReader(strings.NewReader(`{"A": `), iotest.ErrReader(errors.New("broken"))), new(outer)))
	tell("broken reader, and wrong", json.UnmarshalRead(io.MultiReader(strings.NewReader(`{"A": "x", `), iotest.ErrReader(errors.New("broken"))), new(outer)))

	loop := map[string]any{}
	loop["again"] = loop
	list := []any{nil}
	list[0] = list
	type node struct{ Next *node }
	ring := &node{}
	ring.Next = ring
	for _, v := range []any{
		make(chan int), func() {}, complex(1, 2), math.NaN(), []any{1, math.Inf(1)}, map[string]any{"a": []any{0, struct{ C chan int }{}}},
		"\xff", map[string]int{"\xff": 1}, map[bool]int{true: 1}, map[float64]int{1.5: 1}, map[[1]int]int{{1}: 1}, time.Second, struct{ D time.Duration }{},
		time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), jsontext.Value("{"), jsontext.Value(`{"a":1,"a":1}`), struct{ x int }{}, errors.New("no fields"),
		map[any]int{"a": 1, 1: 2}[1], []json.Marshaler{nil}, map[any]string{[2]int{}: "a"},
	} {
		_, err := json.Marshal(v)
		tell(fmt.Sprintf("%T", v), err)
	}
	for name, v := range map[string]any{"map": loop} {
		_, err := json.Marshal(v)
		fmt.Println(name, len(err.Error()) > 50, errors.Unwrap(err))
	}
	_, err := json.Marshal(list)
	fmt.Println(errors.Unwrap(err))
	_, err = json.Marshal(ring)
	fmt.Println(errors.Unwrap(err))
	tell("broken writer", json.MarshalWrite(writer{}, []int{1}))
	var b bytes.Buffer
	e := jsontext.NewEncoder(&b)
	e.WriteToken(jsontext.BeginObject)
	tell("no name", json.MarshalEncode(e, 5.5))
	tell("no name", json.MarshalEncode(e, []int{1}))
	tell("in the middle", json.MarshalEncode(e, "x", jsontext.AllowDuplicateNames(true)))
	tell("in the middle", json.MarshalEncode(e, "x", jsontext.AllowInvalidUTF8(true)))
	tell("in the middle", json.MarshalEncode(e, "x", jsontext.Multiline(true)))
}

type writer struct{}

func (writer) Write([]byte) (int, error) { return 0, errors.New("broken") }
