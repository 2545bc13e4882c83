package main

func main() {
	x := 1
	x.foo() // ERROR "x.foo undefined (type int has no field or method foo)"
	"abc".Len() // ERROR ".Len undefined (type untyped string has no field or method Len)"
	var s []int
	s.append(1) // ERROR "s.append undefined (type []int has no field or method append)"
	var m map[string]int
	m.key = 1 // ERROR "m.key undefined (type map[string]int has no field or method key)"
	var f func()
	f.x() // ERROR "f.x undefined (type func() has no field or method x)"
	var e error
	e.Code() // ERROR "e.Code undefined (type error has no field or method Code)"
	var p *error
	p.Error() // ERROR "p.Error undefined (type *error is pointer to interface, not interface)"
}
