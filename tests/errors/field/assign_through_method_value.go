package main

type t struct{ n int }

func (v t) get() t { return v }

func main() {
	var v t
	v.get().n = 1 // ERROR "cannot assign to v.get().n (neither addressable nor a map index expression)"
	v.get = nil // ERROR "cannot assign to v.get (neither addressable nor a map index expression)"
	t.n = 1 // ERROR "operand for field selector n must be value of type t"
	v.get.n = 2 // ERROR "v.get.n undefined (type func() t has no field or method n)"
}
