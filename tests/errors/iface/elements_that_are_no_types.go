package main

import (
	"fmt" // ERROR "imported and not used"
	"time" // ERROR "imported and not used"
)

type A interface{ missing } // ERROR "undefined: missing"
type B interface {
	A
	M()
	M2() fmt // ERROR "fmt (package name) is not a type"
}
type T struct{}

func (T) M() {}

func f(b B, x any) {
	interface{ panic }(b)       // ERROR "panic (built-in function) is not a type"
	_ = interface{ time }.UTC   // ERROR "time (package name) is not a type"
	_ = interface{ missing }(b) // ERROR "undefined: missing"
	var y interface{ missing; M() } = T{} // ERROR "undefined: missing"
	y.M()
	y.N()
	b.M()
	b.N() // ERROR "b.N undefined (type B has no field or method N)"
	_ = x.(interface{ missing }).Foo() // ERROR "undefined: missing"
	var z int = interface{ M(missing) }(nil) // ERROR "undefined: missing"
	_ = z
}

func g[P interface{ missing }](p P) { // ERROR "undefined: missing"
	_ = p + p
	p.M() // ERROR "p.M undefined"
}

func main() {}
