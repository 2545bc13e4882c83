package main

type A interface{ M() string }
type B interface{ M() (s string) }
type C interface{ M() (a, b string) }
type D interface{ M(x int) func() string }
type E interface{ M() func() (s string) }
type F interface {
	M(f func(x int) (y int)) (z func(int) int)
}
type G interface{ M() struct{ f func(a int) } }
type H interface {
	M(interface{ N(a int) (b int) })
}

type T1 struct{}
type T2 struct{}
type T3 struct{}
type T4 struct{}

func (T1) M() (x int)                                      { return }
func (T2) M() (x func())                                   { return }
func (T3) M(f func(a int) (b int)) (x func(a int) (_ func())) { return }
func (T4) M() (_ func() (y int))                           { return }

var a A = T1{} // ERROR "have M() (int)"
var b B = T1{} // ERROR "want M() (string)"
var c C = T1{} // ERROR "want M() (string, string)"
var d D = T2{} // ERROR "have M() (func())"
var e E = T4{} // ERROR "have M() (func() (int))"
var f F = T3{} // ERROR "have M(func(int) (int)) (func(int) (func()))"
var g G = T2{} // ERROR "want M() struct{f func(int)}"
var h H = T2{} // ERROR "want M(interface{N(int) (int)})"
var i int = T3.M // ERROR "func(_ T3, f func(a int) (b int)) (x func(a int) (_ func()))"

func main() {}
