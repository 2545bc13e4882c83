package main

type p struct {
	x, y int
	s    string
}

func main() {
	_ = p{1, 2} // ERROR "too few values in struct literal of type p"
	_ = p{1, 2, "a", 4} // ERROR "too many values in struct literal of type p"
	_ = p{z: 1} // ERROR "unknown field z in struct literal of type p"
	_ = p{x: 1, x: 2} // ERROR "duplicate field name x in struct literal"
	_ = p{x: "a"} // ERROR "(untyped string constant) as int value in struct literal"
	_ = p{1, y: 2} // ERROR "mixture of field:value and value elements in struct literal" "too few values in struct literal of type p"
	_ = p{"a", 2, 3} // ERROR "(untyped string constant) as int value in struct literal" "cannot use 3 (untyped int constant) as string value in struct literal"
	_ = &p{1} // ERROR "too few values in struct literal of type p"
	_ = p{x: 1, 2} // ERROR "mixture of field:value and value elements in struct literal"
	_ = p{1: 2} // ERROR "invalid field name 1 in struct literal"
}
