package main

import (
	"bytes"
	jsonv1 "encoding/json"
	"encoding/json/jsontext"
	"encoding/json/v2"
	"errors"
	"fmt"
	"strings"
)

type to struct{ N int }

func (t to) MarshalJSONTo(e *jsontext.Encoder) error { return e.WriteToken(jsontext.Int(int64(t.N))) }
func (t *to) UnmarshalJSONFrom(d *jsontext.Decoder) error {
	return json.UnmarshalDecode(d, &t.N)
}

type both struct{ S string }

func (b *both) MarshalJSON() ([]byte, error) {
	if b == nil {
		return []byte(`"nil"`), nil
	}
	return []byte(` [ "` + b.S + `" ] `), nil
}
func (b *both) UnmarshalJSON(text []byte) error {
	b.S = string(text)
	return nil
}
func (b *both) MarshalText() ([]byte, error) { return []byte("text"), nil }

type skips struct{ V int }

func (skips) MarshalJSONTo(*jsontext.Encoder) error       { return errors.ErrUnsupported }
func (*skips) UnmarshalJSONFrom(*jsontext.Decoder) error  { return errors.ErrUnsupported }

type wrong struct{ How int }

func (w wrong) MarshalJSONTo(e *jsontext.Encoder) error {
	switch w.How {
	case 0:
		return nil
	case 1:
		e.WriteToken(jsontext.Null)
		return e.WriteToken(jsontext.Null)
	case 2:
		e.WriteToken(jsontext.BeginArray)
		return errors.New("in the middle")
	case 3:
		e.WriteToken(jsontext.Null)
		return errors.ErrUnsupported
	case 4:
		return &json.SemanticError{Err: errors.New("semantic")}
	}
	return e.WriteValue(jsontext.Value("x"))
}

func (w *wrong) UnmarshalJSONFrom(d *jsontext.Decoder) error {
	switch w.How {
	case 0:
		return nil
	case 1:
		d.ReadToken()
		return errors.New("in the middle")
	case 2:
		d.SkipValue()
		return errors.ErrUnsupported
	}
	d.SkipValue()
	return &json.SemanticError{JSONKind: '0', Err: errors.New("semantic")}
}

type bad struct{}

func (bad) MarshalJSON() ([]byte, error)  { return []byte(`{"a":`), nil }
func (*bad) UnmarshalJSON([]byte) error   { return errors.New("never") }

type key struct{ a, b int }

func (k key) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%d-%d", k.a, k.b), nil }
func (k *key) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%d-%d", &k.a, &k.b)
	return err
}

type appender struct{}

func (appender) AppendText(b []byte) ([]byte, error) { return append(b, "appended"...), nil }

func plain(err error) string { return strings.ReplaceAll(fmt.Sprint(err), "unable to", "cannot") }

func show(v any, opts ...json.Options) {
	text, err := json.Marshal(v, append([]json.Options{json.Deterministic(true)}, opts...)...)
	fmt.Println(string(text), plain(err))
	if _, ok := v.(error); ok {
		return
	}
	text, err = json.Marshal(v, jsonv1.DefaultOptionsV1())
	fmt.Println("   ", string(text), plain(err))
}

func main() {
	show([]any{to{1}, &to{2}, both{"x"}, &both{"y"}, skips{3}, appender{}, key{1, 2}})
	show(map[string]both{"a": {"v"}})
	show(map[key]to{{1, 2}: {3}, {0, 1}: {4}})
	show(struct {
		A to
		B both
		P *both
		K map[key]*both
		I json.Marshaler
		N jsonv1.Number
	}{A: to{1}, B: both{"b"}, I: (*both)(nil)})
	for i := range 6 {
		show([]any{1, map[string]any{"w": wrong{i}}})
	}
	show(struct{ X []bad }{[]bad{{}}})
	for i := range 4 {
		v := struct {
			L []wrong
			Z int
		}{L: []wrong{{i}}}
		v.L = v.L[:0]
		fmt.Println(plain(json.Unmarshal([]byte(`{"L":[[1,2]],"Z":5}`), &v)), v.Z)
		w := map[string]*wrong{"x": {i}}
		fmt.Println(plain(json.Unmarshal([]byte(`{"x":[1,2]}`), &w)), len(w))
		fmt.Println(plain(json.Unmarshal([]byte(`{"x":[1,2]}`), &w, jsonv1.DefaultOptionsV1())), len(w))
	}
	var in struct {
		A to
		B both
		S skips
		M map[key]to
		X bad
	}
	fmt.Println(plain(json.Unmarshal([]byte(`{"A":7,"B":{"x": [ ]},"S":{"V":4},"M":{"1-2":3}}`), &in)), in)
	fmt.Println(plain(json.Unmarshal([]byte(`{"A":"7"}`), &in)))
	fmt.Println(plain(json.Unmarshal([]byte(`{"M":{"1":3}}`), &in)))
	fmt.Println(plain(json.Unmarshal([]byte(`{"X":[3]}`), &in)))

	// Functions, in their order.
	calls := 0
	ms := json.JoinMarshalers(
		json.MarshalFunc(func(b bool) ([]byte, error) {
			if b {
				return []byte(`"yes"`), nil
			}
			return []byte(`"no"`), nil
		}),
		json.MarshalToFunc(func(e *jsontext.Encoder, v *int) error {
			calls++
			if *v < 0 {
				return errors.ErrUnsupported
			}
			return e.WriteToken(jsontext.String(fmt.Sprint("int ", *v, " at ", e.StackPointer())))
		}),
		json.MarshalToFunc(func(e *jsontext.Encoder, v fmt.Stringer) error {
			return e.WriteToken(jsontext.String("stringer " + v.String()))
		}),
		json.MarshalFunc(func(v int) ([]byte, error) { return nil, fmt.Errorf("no %d", v) }),
	)
	show([]any{true, 5, map[string]int{"a": 1}, bytes.NewBufferString("buf"), []bool{false}}, json.WithMarshalers(ms))
	show([]int{-1}, json.WithMarshalers(ms))
	fmt.Println(calls)
	us := json.JoinUnmarshalers(
		json.UnmarshalFromFunc(func(d *jsontext.Decoder, v *any) error {
			if d.PeekKind() == '0' {
				*v = jsontext.Value(nil)
			}
			return errors.ErrUnsupported
		}),
		json.UnmarshalFunc(func(text []byte, v *string) error {
			*v = "<" + string(text) + ">"
			return nil
		}),
		json.UnmarshalFromFunc(func(d *jsontext.Decoder, v *int) error {
			t, err := d.ReadToken()
			if err != nil {
				return err
			}
			if t.Kind() != '"' {
				return errors.New("want a string")
			}
			*v = len(t.String())
			return nil
		}),
	)
	var v any
	fmt.Println(plain(json.Unmarshal([]byte(`{"a":[1.50,"x",true]}`), &v, json.WithUnmarshalers(us))), v)
	var n map[string]int
	fmt.Println(plain(json.Unmarshal([]byte(`{"a":"four"}`), &n, json.WithUnmarshalers(us))), n)
	fmt.Println(plain(json.Unmarshal([]byte(`{"a":4}`), &n, json.WithUnmarshalers(us))), n)
	for _, f := range []func(){
		func() { json.UnmarshalFunc(func([]byte, int) error { return nil }) },
		func() {
			type p *int
			json.MarshalFunc(func(p) ([]byte, error) { return nil, nil })
		},
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(json.JoinMarshalers() == nil, json.JoinMarshalers(nil, nil) == nil)
}
