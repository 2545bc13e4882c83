package main

type Box[T any] struct{ v T }

func (b Box) a()       {} // ERROR "cannot use generic type Box[T any] without instantiation"
func (b Box[T, U]) b() {} // ERROR "receiver declares 2 type parameters, but receiver base type declares 1"
func (b Box[int]) c()  { var x int = 1; _ = x } // ERROR "cannot use 1 (untyped int constant) as int /* with int declared at method_type_parameter_names.go:7:13 */ value in variable declaration"
func (b Box[T]) d(t U) {} // ERROR "undefined: U"

func main() {}
