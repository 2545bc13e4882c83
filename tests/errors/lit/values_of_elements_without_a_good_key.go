package main

type S struct{ a int }

func main() {
	v := 1 // ERROR "declared and not used: v"
	w := 2 // ERROR "declared and not used: w"
	u := 3 // ERROR "declared and not used: u"
	_ = map[int]int{
		"a": v, // ERROR "(untyped string constant) as int value in map literal"
		1: 2,
		1: w, // ERROR "duplicate key 1 in map literal"
		u, // ERROR "missing key in map literal"
	}
	_ = map[int]S{
		"a": {1}, // ERROR "(untyped string constant) as int value in map literal"
		1: {},
		1: {"x"}, // ERROR "duplicate key 1 in map literal"
		{6}, // ERROR "missing key in map literal"
		x: {7}, // ERROR "undefined: x"
		y(): z, // ERROR "undefined: y"
	}
}
