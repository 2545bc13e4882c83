package main

// Elements that are there already are read into, not made anew.

import (
	"encoding/json"
	"fmt"
)

type ab struct{ A, B int }

func main() {
	s := []ab{{1, 2}, {3, 4}, {5, 6}}
	t := s[:1]
	fmt.Println(json.Unmarshal([]byte(`[{"A":7},{"B":8}]`), &t), t, s[:3])
	s = []ab{{1, 2}, {3, 4}, {5, 6}}
	t = s[:0]
	fmt.Println(json.Unmarshal([]byte(`[{"A":7},{"B":8}, {}, {"A": 1}]`), &t), t, s[:3])
	i := make([]int, 0, 4)
	i = append(i, 9, 9, 9)[:1]
	fmt.Println(json.Unmarshal([]byte(`[null, null]`), &i), i)
	type in struct{ L []ab }
	x := in{[]ab{{1, 2}}}
	fmt.Println(json.Unmarshal([]byte(`{"L": [{"A": 5}], "L": [{"B": 6}]}`), &x), x)
	merged()
}

func merged() {
	s := []ab{{1, 2}, {3, 4}, {5, 6}}
	fmt.Println(json.Unmarshal([]byte(`[{"A":7},{"B":8}]`), &s), s, s[:3])
	a := [3]ab{{1, 2}, {3, 4}, {5, 6}}
	fmt.Println(json.Unmarshal([]byte(`[{"A":7},{"B":8}]`), &a), a)
	m := map[string]ab{"x": {1, 2}}
	fmt.Println(json.Unmarshal([]byte(`{"x":{"A":7}}`), &m), m)
	n := 5
	x := [2]any{&n, ab{1, 2}}
	fmt.Println(json.Unmarshal([]byte(`[6, {"A": 1}]`), &x), n, x[1])
	y := []any{&n}
	fmt.Println(json.Unmarshal([]byte(`[7]`), &y), n, y[0] == any(&n))
	p := []*ab{{1, 2}}
	q := p[0]
	fmt.Println(json.Unmarshal([]byte(`[{"A":9}]`), &p), *p[0], *q)
	pa := [1]*ab{{1, 2}}
	q = pa[0]
	fmt.Println(json.Unmarshal([]byte(`[{"A":9}]`), &pa), *pa[0], *q)
	fmt.Println(json.Unmarshal([]byte(`[null]`), &pa), pa)
	ai := [2]int{4, 5}
	fmt.Println(json.Unmarshal([]byte(`[null, 3]`), &ai), ai)
	si := []int{4, 5}
	fmt.Println(json.Unmarshal([]byte(`[null, 3]`), &si), si)
	am := [1]map[string]int{{"a": 1}}
	fmt.Println(json.Unmarshal([]byte(`[{"b": 3}]`), &am), am)
	as := [1][]int{{1, 2}}
	fmt.Println(json.Unmarshal([]byte(`[[4]]`), &as), as)
}
