package main

import "fmt"

type Point3D struct{ x, y, z float64 }
type Line struct{ p, q Point3D }
type PPoint *Point3D
type L []L
type M map[string]M

type G[K comparable, V any] struct {
	k K
	v []V
}

var order []string

func tr[T any](s string, v T) T { order = append(order, s); return v }

const idx = 2

func main() {
	origin := &Point3D{}
	line := Line{*origin, Point3D{y: -4, z: 12.3}}
	fmt.Printf("%+v\n", line)
	var pointer *Point3D = &Point3D{y: 1000}
	fmt.Println(*pointer, (&Point3D{1, 2, 3}).z, Point3D{1, 2, 3}.y)
	p1, p2 := &[]int{}, new([]int)
	fmt.Println(*p1 == nil, *p2 == nil, len(*p1))
	fmt.Println([...]Point3D{{1.5, -3.5, 0}, {z: 1}}, [][]int{{1, 2, 3}, {4, 5}, nil, {}}, [][]Point3D{{{0, 1, 2}, {1, 2, 3}}})
	fmt.Println(map[string]Point3D{"orig": {0, 0, 0}}, map[Point3D]string{{0, 0, 0}: "orig"}, map[[2]int][]string{{1, 2}: {"a"}})
	pp := [2]*Point3D{{1.5, -3.5, 0}, {}}
	pq := [2]PPoint{{1.5, -3.5, 0}, {}}
	fmt.Println(*pp[0], *pp[1], *pq[0], pq[1].x)
	mp := map[string]*Line{"a": {q: Point3D{x: 1}}}
	ms := map[*Point3D]int{{1, 2, 3}: 4, {1, 2, 3}: 5}
	fmt.Println(mp["a"].q.x, len(ms))
	fmt.Println([10]string{}, [...]string{"Sat", "Sun"}, [6]int{1, 2, 3, 5}, []int{2, 3, 5, 7, 9: 11, 12}, [...]int{idx: 1, idx + 3: 2, 3, 'a' - 'a': 4})
	fmt.Println(len([]int{100: 1}), []rune{'a': 0}[97:], [...]bool{1e1: true}[10])
	fmt.Println(L{{}, {{}, {}}, nil}, M{"a": {"b": {}}, "c": nil})
	fmt.Println(G[string, int]{"k", []int{1}}, []G[int, string]{{1, nil}, {k: 2, v: []string{"x"}}}, &G[[1]int, any]{v: []any{1, nil}})
	_ = []int{tr("a", 1), tr("b", 2), 5: tr("c", 3), 3: tr("d", 4)}
	_ = map[string]int{tr("k1", "a"): tr("v1", 1), tr("k2", "b"): tr("v2", 2)}
	_ = Line{q: tr("q", Point3D{}), p: tr("p", Point3D{})}
	fmt.Println(order)
	if (Point3D{1, 2, 3} == Point3D{1, 2, 3}) {
		fmt.Println("parenthesised")
	}
	for _, p := range []Point3D{{1, 2, 3}} {
		fmt.Println(p)
	}
	switch p := (Point3D{x: 1}); p {
	case Point3D{1, 0, 0}:
		fmt.Println("case")
	}
	f := func(ps ...*Point3D) (n float64) {
		for _, p := range ps {
			n += p.x
		}
		return
	}
	fmt.Println(f([]*Point3D{{x: 1}, {x: 2}}...), f(&Point3D{x: 3}))
	dup := map[any]string{1: "int", 1.0: "float", "1": "string", '1': "rune", int8(1): "int8", true: "bool", [1]int{1}: "array"}
	fmt.Println(len(dup), dup[1.0], dup[1], dup[int8(1)])
	same := map[string]int{fmt.Sprint("a"): 1, fmt.Sprint("a"): 2}
	fmt.Println(same)
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = map[any]int{1: 1, any([]int{}): 2}
	}()
	anon := []struct {
		name string
		fn   func(int) int
	}{{"dbl", func(x int) int { return 2 * x }}, {name: "nil"}}
	fmt.Println(anon[0].fn(4), anon[1].fn == nil)
	type T struct{ a [2]struct{ b []map[string]int } }
	t := T{a: [2]struct{ b []map[string]int }{1: {b: []map[string]int{{"x": 1}, nil}}}}
	fmt.Printf("%+v\n", t)
	x := [...][2]int{{1}, 2: {3, 4}}
	y := &x[2]
	*y = [2]int{y[1], y[0]}
	fmt.Println(x, len(x), Line{}.p == Point3D{})
}
