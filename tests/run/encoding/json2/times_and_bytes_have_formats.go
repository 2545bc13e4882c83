package main

import (
	jsonv1 "encoding/json"
	"encoding/json/v2"
	"fmt"
	"math"
	"strings"
	"time"
)

// withFormats is an option of those who try the formats of tags out.
type withFormats struct{ json.Options }

func (withFormats) ExperimentalSupportFormatTag() bool { return true }

type durations struct {
	U time.Duration `json:",format:units"`
	S time.Duration `json:",format:sec"`
	M time.Duration `json:",format:milli"`
	C time.Duration `json:",format:micro"`
	N time.Duration `json:",format:nano"`
	I time.Duration `json:",format:iso8601"`
	Q time.Duration `json:",string,format:sec"`
}

type times struct {
	A time.Time
	B time.Time `json:",format:RFC1123"`
	C time.Time `json:",format:DateOnly"`
	D time.Time `json:",format:'2006/01/02 15h'"`
	U time.Time `json:",format:unix"`
	M time.Time `json:",format:unixmilli"`
	I time.Time `json:",format:unixmicro"`
	N time.Time `json:",format:unixnano"`
	R time.Time `json:",format:RFC3339"`
}

type bytes struct {
	A []byte  `json:",format:base64url"`
	B []byte  `json:",format:base32"`
	C []byte  `json:",format:base32hex"`
	D []byte  `json:",format:hex"`
	E [3]byte `json:",format:array"`
	F []byte  `json:",format:array"`
	G []int   `json:",format:emitnull"`
	H map[string]int `json:",format:emitnull"`
	I float64 `json:",format:nonfinite"`
}

func plain(err error) string { return strings.ReplaceAll(fmt.Sprint(err), "unable to", "cannot") }

func main() {
	for _, d := range []time.Duration{0, 1, -1, time.Second, 1500 * time.Millisecond, -90 * time.Minute, 26*time.Hour + 3*time.Second + 7, math.MaxInt64, math.MinInt64} {
		text, err := json.Marshal(durations{d, d, d, d, d, d, d}, withFormats{})
		fmt.Println(string(text), plain(err))
		var back durations
		err = json.Unmarshal(text, &back, withFormats{})
		fmt.Println(back == durations{d, d, d, d, d, d, d}, plain(err))
	}
	for _, text := range []string{
		`{"U":"1h30m"}`, `{"U":"x"}`, `{"S":1.5}`, `{"S":-0}`, `{"S":1.0000000019}`, `{"S":1e3}`, `{"S":"1"}`, `{"M":1.5}`, `{"S":9223372036.854775807}`, `{"S":9223372036.854775808}`, `{"N":99999999999999999999}`,
		`{"I":"P1DT1H2M3.25S"}`, `{"I":"-PT1.5H"}`, `{"I":"+pt0,5m"}`, `{"I":"P1Y"}`, `{"I":"P"}`, `{"I":"PT"}`, `{"I":"PT1S1M"}`, `{"I":"PT999999999999H"}`, `{"I":"P1W2D"}`, `{"I":"1H"}`, `{"I":"PT1.H"}`, `{"I":"P0.5D"}`, `{"Q":"2.5"}`, `{"Q":2.5}`,
	} {
		var v durations
		err := json.Unmarshal([]byte(text), &v, withFormats{})
		fmt.Println(text, v, plain(err))
	}
	for _, t := range []time.Time{{}, time.Unix(0, 0).UTC(), time.Unix(1700000000, 123456789).UTC(), time.Unix(-1, 5e8).UTC(), time.Date(2024, 2, 29, 23, 59, 59, 1e6, time.FixedZone("X", 5400))} {
		text, err := json.Marshal(times{t, t, t, t, t, t, t, t, t}, withFormats{})
		fmt.Println(string(text), plain(err))
		var back times
		err = json.Unmarshal(text, &back, withFormats{})
		fmt.Println(back.A.Equal(t), back.U.Equal(t), back.M, back.I, back.N.Equal(t), back.D, plain(err))
	}
	for _, text := range []string{
		`{"A":"2024-01-01T00:00:00Z"}`, `{"A":"2024-01-01T0:00:00Z"}`, `{"A":"2024-01-01T00:00:00,5Z"}`, `{"A":"2024-01-01T00:00:00+25:00"}`, `{"A":"2024-01-01T00:00:00+05:60"}`, `{"A":1}`, `{"A":null}`,
		`{"U":1.5}`, `{"U":-1.5}`, `{"U":-0}`, `{"U":"1"}`, `{"M":1700000000123.456}`, `{"N":1}`, `{"N":99999999999999999999999}`, `{"U":1e9}`, `{"D":"2024/02/29 07h"}`, `{"D":"x"}`, `{"C":"2024-13-01"}`,
	} {
		var v times
		err := json.Unmarshal([]byte(text), &v, withFormats{})
		fmt.Println(text, v.A, v.U, v.M, v.N, plain(err))
		var w struct{ A time.Time }
		fmt.Println("  ", jsonv1.Unmarshal([]byte(text), &w), w.A)
	}
	b := bytes{A: []byte{0xfb, 0xff}, B: []byte("hi"), C: []byte("hi"), D: []byte("hi"), E: [3]byte{1, 2, 3}, F: []byte{4}, I: math.Inf(-1)}
	text, err := json.Marshal(b, withFormats{})
	fmt.Println(string(text), plain(err))
	var back bytes
	fmt.Println(plain(json.Unmarshal(text, &back, withFormats{})), back)
	for _, text := range []string{`{"A":"+/8="}`, `{"B":"NBUQ"}`, `{"D":"6g"}`, `{"D":"6"}`, `{"E":[1]}`, `{"I":"NaN"}`, `{"I":"nan"}`, `{"F":"AQ=="}`} {
		var v bytes
		fmt.Println(text, plain(json.Unmarshal([]byte(text), &v, withFormats{})), v)
	}
	for _, v := range []any{
		struct {
			A time.Time `json:",format:Unknown"`
		}{},
		struct {
			A time.Duration `json:",format:weeks"`
		}{},
		struct {
			A int `json:",format:hex"`
		}{},
		struct {
			A time.Duration
		}{},
		struct {
			A time.Time `json:",string"`
		}{},
		struct {
			A string `json:",format:''"`
		}{},
		struct {
			A string `json:",format:x,omitempty"`
		}{},
	} {
		text, err := json.Marshal(v, withFormats{})
		fmt.Println(string(text), plain(err))
	}
}
