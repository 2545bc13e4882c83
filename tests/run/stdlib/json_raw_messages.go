package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

type envelope struct {
	Kind string
	Body json.RawMessage
	Rest *json.RawMessage
	Map  map[string]json.RawMessage
}

func main() {
	r := json.RawMessage(`{"x": 1}`)
	fmt.Println(r, []json.RawMessage{r, nil}, envelope{Body: r})
	fmt.Printf("%T %s %v %d %q\n", r, r, &r, r[:2], r.Clone())
	b, err := json.Marshal(envelope{Kind: "k", Body: r, Rest: &r})
	fmt.Println(string(b), err)
	var e envelope
	err = json.Unmarshal([]byte(`{"Kind":"z","Body": {"q":[1, 2]}, "Rest": null, "Map": {"a": 1 , "b":[ ]}}`), &e)
	fmt.Println(e.Kind, e.Body, e.Rest, e.Map, err)
	for _, bad := range []json.RawMessage{[]byte("{bad"), []byte(""), []byte("1 2")} {
		b, err = json.Marshal(bad)
		fmt.Printf("%q %v\n", b, err)
		var m *json.MarshalerError
		fmt.Println(errors.As(err, &m))
	}
	var none json.RawMessage
	b, err = none.MarshalJSON()
	fmt.Println(string(b), err, none, none == nil)
	b, err = json.MarshalIndent(map[string]any{"a": json.RawMessage(`[1,  2,{"z":3}]`)}, "", "  ")
	fmt.Println(string(b), err)
}
