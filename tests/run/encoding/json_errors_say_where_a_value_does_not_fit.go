package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"time"
	"math/big"
	"net/netip"
)

type tx struct{}

func (*tx) UnmarshalText(b []byte) error { return nil }

func read[T any](text string) {
	var v T
	err := json.Unmarshal([]byte(text), &v)
	var typ *json.UnmarshalTypeError
	if errors.As(err, &typ) {
		fmt.Printf("%T %s: %+v | %v | %v %d\n", v, text, v, err, typ.Value, typ.Offset)
	} else {
		fmt.Printf("%T %s: %+v | %v\n", v, text, v, err)
	}
}
func main() {
	read[map[int8]string](`{"1": "a", "1000": "b"}`)
	read[map[int8]string](`{"1": "a", "xx": "b"}`)
	read[map[uint8]string](`{"1": "a", "-1": "b"}`)
	read[map[float64]string](`{"1": "a", "x": "b"}`)
	read[[]any](`[1, 1e999, 2]`)
	read[map[string]any](`{"a": 1e999, "b": 2}`)
	read[any](`1e999`)
	read[float64](`1e999`)
	read[float32](`1e99`)
	read[json.Number](`"x"`)
	read[json.Number](`true`)
	read[json.Number](`"1x"`)
	read[struct{ A json.Number }](`{"A": "1x"}`)
	read[tx](`3`)
	read[tx](`true`)
	read[tx](`{}`)
	read[tx](`[]`)
	read[tx](`null`)
	read[struct{ A tx }](`{"A": 33}`)
	read[[]netip.Addr](`["1.2.3.4", 5]`)
	read[struct{ E error }](`{"E": 1}`)
	read[struct{ E error }](`{"E": "xx"}`)
	read[struct{ E error }](`{"E": true}`)
	read[struct{ E error }](`{"E": {}}`)
	read[struct{ E error }](`{"E": []}`)
	read[error](`11`)
	read[struct{ E fmt.Stringer }](`{"E": 123}`)
	_ = url.URL{}
	_ = time.Time{}
	_ = big.Int{}
}
