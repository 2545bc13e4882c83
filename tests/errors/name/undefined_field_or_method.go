package main

type t struct{ a, Bcd int }

func (t) Method() {}

func main() {
	var v t
	v.b = 1 // ERROR "v.b undefined (type t has no field or method b)"
	v.A = 2 // ERROR "v.A undefined (type t has no field or method A, but does have field a)"
	v.bcd = 3 // ERROR "v.bcd undefined (type t has no field or method bcd, but does have field Bcd)"
	v.method() // ERROR "v.method undefined (type t has no field or method method, but does have method Method)"
	v.other() // ERROR "v.other undefined (type t has no field or method other)"
	(&v).nope() // ERROR "(&v).nope undefined (type *t has no field or method nope)"
	var p **t
	p.a = 1 // ERROR "p.a undefined (type **t has no field or method a)"
}
