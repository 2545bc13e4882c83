package main

import "fmt"

type point struct{ X, Y int }

type line struct {
	a, b  point
	label string
	next  *line
	tags  []string
}

func main() {
	var z line
	fmt.Println(z.a, z.label == "", z.next == nil, z.tags == nil)
	l := line{a: point{1, 2}, b: point{Y: 5}, label: "l"}
	m := line{point{}, point{3, 4}, "m", &l, []string{"t"}}
	fmt.Println(m.next.a.Y, m.b, l.b)
	m.next.b.X = 9
	fmt.Println(l.b)
	ps := []*point{{1, 2}, {3, 4}}
	pm := map[string]*point{"k": {5, 6}}
	fmt.Println(*ps[1], pm["k"].X)
	fmt.Printf("%v %+v %T\n", l.a, l.a, l.a)
	anon := struct {
		name string
		n    int
	}{"x", 1}
	anon.n++
	fmt.Println(anon)
	p := &point{7, 8}
	p.X, p.Y = p.Y, p.X
	q := *p
	q.X = 0
	fmt.Println(*p, q, point{} == point{0, 0})
	var nested struct{ in struct{ deep [2]point } }
	nested.in.deep[1].Y = 3
	fmt.Println(nested)
}
