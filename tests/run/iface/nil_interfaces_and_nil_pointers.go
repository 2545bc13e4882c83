package main

import "fmt"

type err struct{}

func (*err) Error() string { return "err" }

func mayFail(fail bool) error {
	var e *err
	if fail {
		e = &err{}
	}
	return e
}

func properly(fail bool) error {
	if fail {
		return &err{}
	}
	return nil
}

type walker interface{ walk() string }
type dog struct{ name string }

func (d *dog) walk() string {
	if d == nil {
		return "no dog"
	}
	return d.name
}

func main() {
	fmt.Println(mayFail(false) == nil, mayFail(true) == nil, properly(false) == nil)
	var d *dog
	var w walker = d
	fmt.Println(w.walk(), w != nil, w == (*dog)(nil))
	w = nil
	fmt.Println(w == nil)
	var a any = w
	fmt.Println(a == nil)
	a = d
	fmt.Println(a == nil, a == (*dog)(nil), a.(*dog) == nil)
	switch x := a.(type) {
	case nil:
		fmt.Println("nil")
	case walker:
		fmt.Println("walker", x.walk())
	}
	m := map[string]walker{"d": d}
	v, ok := m["x"]
	fmt.Println(v == nil, ok, m["d"] == nil)
	ws := make([]walker, 2)
	ws[1] = &dog{"rex"}
	for _, w := range ws {
		if w != nil {
			fmt.Println(w.walk())
		}
	}
	fmt.Printf("%v %T %v %T\n", ws[0], ws[0], any(d) == nil, d)
}
