package main

import (
	"encoding/json/jsontext"
	"encoding/json/v2"
	"fmt"
	"strings"
	"time"
)

func plain(err error) string { return strings.ReplaceAll(fmt.Sprint(err), "unable to", "cannot") }

func show(v any, opts ...json.Options) {
	text, err := json.Marshal(v, append([]json.Options{json.Deterministic(true)}, opts...)...)
	fmt.Println(string(text), plain(err))
}

func read[T any](text string, opts ...json.Options) {
	var v T
	err := json.Unmarshal([]byte(text), &v, opts...)
	fmt.Printf("%+v %v\n", v, plain(err))
}

type deep struct {
	D int
	X int `json:"x"`
}

type left struct {
	deep
	Same int
	L    int
}

type right struct {
	Same int
	R    int `json:"r"`
}

type tree struct {
	left
	*right
	Top  string
	Rest map[string]int `json:",embed"`
}

type withRaw struct {
	A   int
	Raw jsontext.Value `json:",embed"`
}

type pointerRaw struct {
	A   int
	Raw *jsontext.Value `json:",embed"`
}

type zero struct{ n int }

func (z zero) IsZero() bool { return z.n == 7 }

type omits struct {
	I  int               `json:",omitzero"`
	Z  zero              `json:",omitzero"`
	T  time.Time         `json:",omitzero"`
	P  *int              `json:",omitzero"`
	A  [2]int            `json:",omitzero"`
	S  struct{ V int }   `json:",omitzero"`
	E  string            `json:",omitempty"`
	N  int               `json:",omitempty"`
	L  []int             `json:",omitempty"`
	M  map[string]string `json:",omitempty"`
	Q  *omits            `json:",omitempty"`
	St struct {
		V []int `json:",omitempty"`
	} `json:",omitempty"`
	Any any `json:",omitempty"`
	Pp  **string `json:",omitempty"`
}

type numbers struct {
	I int              `json:",string"`
	U uint8            `json:",string"`
	F float64          `json:",string"`
}

type names struct {
	A int `json:"'quoted'"`
	B int `json:"with space"`
	C int `json:"é"`
	D int `json:",case:ignore"`
	E int `json:"e_e,case:strict"`
	F int `json:"-,"`
	G int `json:"a/b~<c>"`
}

func main() {
	show(tree{left: left{deep: deep{1, 2}, Same: 3, L: 4}, Top: "t", Rest: map[string]int{"z": 1, "y": 2}})
	show(tree{right: &right{5, 6}})
	show(tree{Rest: map[string]int{"Top": 1}})
	show(tree{Rest: map[string]int{"top": 1}})
	show(tree{Rest: map[string]int{"top": 1}}, json.MatchCaseInsensitiveNames(true))
	read[tree](`{"D": 1, "x": 2, "Same": 9, "L": 3, "Top": "a", "more": 5, "other": 6}`)
	read[tree](`{"more": "x"}`)
	read[tree](`{"r": 1}`)
	show(withRaw{1, jsontext.Value(` {"b" : [1, {}] } `)})
	show(withRaw{1, jsontext.Value(`{"A":1}`)})
	show(withRaw{1, jsontext.Value(`{"b":1,"b":2}`)})
	show(withRaw{1, jsontext.Value(`{"b":1,"b":2}`)}, jsontext.AllowDuplicateNames(true))
	show(withRaw{1, jsontext.Value(`[]`)})
	show(withRaw{1, jsontext.Value(`{`)})
	show(withRaw{1, jsontext.Value(`{} x`)})
	show(pointerRaw{})
	read[withRaw](`{"x": [1], "A": 5, "y" : {"z":null}}`)
	v := withRaw{Raw: jsontext.Value("{ \"old\":1 } ")}
	fmt.Println(plain(json.Unmarshal([]byte(`{"new":2}`), &v)), v.Raw)
	v = withRaw{Raw: jsontext.Value("5")}
	fmt.Println(plain(json.Unmarshal([]byte(`{"new":2}`), &v)), v.Raw)
	show(omits{})
	s := ""
	ps := &s
	one := 1
	show(omits{I: 1, Z: zero{7}, T: time.Unix(0, 0).UTC(), P: &one, A: [2]int{0, 1}, E: "e", N: 1, L: []int{}, M: map[string]string{"a": ""}, Q: &omits{}, Any: "", Pp: &ps})
	show(omits{Z: zero{1}, Q: &omits{N: 2}, Any: []int{}})
	show(omits{Any: map[string]int{}}, jsontext.Multiline(true))
	show(numbers{-1, 5, 1.5})
	show(numbers{}, json.StringifyNumbers(true))
	read[numbers](`{"I":"-5","U":"7","F":"1e2"}`)
	read[numbers](`{"I":5}`)
	read[numbers](`{"I":" 5"}`)
	read[numbers](`{"U":"256"}`)
	show(names{})
	read[names](`{"with space":1,"é":2,"d":3,"E_E":4,"-":5,"a/b~<c>":6}`)
	read[names](`{"d":1,"D":2}`)
	read[names](`{"with_space":1,"WITHSPACE":2}`, json.MatchCaseInsensitiveNames(true))

	type bad1 struct {
		A int `json:"a,omitEmpty"`
	}
	type bad2 struct {
		A int `json:"a"`
		B int `json:"a"`
	}
	type bad3 struct {
		a int `json:"a"`
	}
	type bad4 struct {
		A int `json:",case"`
	}
	type bad5 struct {
		A int `json:",case:ignore,case:strict"`
	}
	type bad6 struct {
		A int `json:",string,string"`
	}
	type bad7 struct {
		A string `json:",string"`
	}
	type bad8 struct {
		A []int `json:",string"`
	}
	type bad9 struct {
		A int `json:",embed"`
	}
	type bad10 struct {
		A map[string]int `json:",embed"`
		B jsontext.Value `json:",embed"`
	}
	type bad11 struct {
		A map[string]int `json:"name,embed,omitempty"`
	}
	type bad12 struct {
		time.Time
		A int
	}
	type bad13 struct {
		A time.Time `json:",format:RFC3339"`
	}
	type bad14 struct {
		A int `json:"a,"`
	}
	type bad15 struct {
		A int `json:"a\\b"`
	}
	type bad16 struct{ a, b int }
	type bad17 struct {
		A int "json:\"\xff\""
	}
	type bad18 struct {
		A int `json:",'string'"`
	}
	type bad19 struct {
		A map[time.Duration]int `json:",embed"`
	}
	type fine struct {
		A int `json:"a,unknown:option"`
		b int
		C struct{ x int } `json:"-"`
	}
	for _, v := range []any{bad1{}, bad2{}, bad3{}, bad4{}, bad5{}, bad6{}, bad7{}, bad8{}, bad9{}, bad10{}, bad11{}, bad12{}, bad13{}, bad14{}, bad15{}, bad16{}, bad17{}, bad18{}, bad19{}, fine{}} {
		show(v)
	}
	read[bad1](`{}`)
	read[bad7](`{"A":"x"}`)
	read[bad13](`{"A":"x"}`)
	read[bad16](`{}`)
	read[struct{}](`{"a":1}`)
}
