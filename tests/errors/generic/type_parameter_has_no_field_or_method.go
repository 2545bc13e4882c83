package main

type s struct{ x int }

func A[T any](v T)            { v.Foo() } // ERROR "v.Foo undefined (type T has no field or method Foo)"
func B[T s](v T)              { v.x = 1 } // ERROR "v.x undefined (type T has no field or method x)"
func C[T interface{ M() }](v T) { v.N() } // ERROR "v.N undefined (type T has no field or method N)"
func D[T any](v *T)           { v.M() } // ERROR "v.M undefined (type *T is pointer to type parameter, not type parameter)"
func E[T any](v T) string     { return v.String() } // ERROR "v.String undefined (type T has no field or method String)"

func main() {}
