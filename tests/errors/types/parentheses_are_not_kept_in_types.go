package main

import "fmt"

type G[P any] struct{ x P }
type G2[P (int), Q (fmt.Stringer)] struct{}
type G3[P (*int)] struct{} // ERROR "undefined: P"
type H (G[int])
type A = (int)
type E struct {
	a (int)
	b, c (chan (<-chan int))
	d func((int), ...(string)) (r (int))
}
type I interface {
	m((int)) (int)
	(fmt.Stringer)
	(int) | ~(string)
}
type J interface { int | (string) }

func f(s (string)) {}
func f2(a (int), s ...(string)) (x (int), y (string)) { return "", 1 } // ERROR "cannot use" "cannot use 1 (untyped int constant) as string value in return statement"
func (t (*E)) g() {}
func (t *(E)) g2() {}
func ((E)) g3() {}
func (t ((E))) g4() {}
func h[P (interface{ m() })](p (P)) {}

func main() {
	var x any
	_ = x.((undefa)) // ERROR "undefined: undefa"
	_ = x.((int)) + "a" // ERROR "invalid operation: x.(int) +"
	_ = G[(undefb)]{} // ERROR "undefined: undefb"
	_ = G[(int)]{"a"} // ERROR "cannot use"
	_ = G[(G[(string)])]{1} // ERROR "cannot use 1 (untyped int constant) as G[string] value in struct literal"
	var y (G[(undefc)]) // ERROR "undefined: undefc"
	var y2 (undefd) = 1 // ERROR "undefined: undefd"
	var z chan (<-chan int) = 1 // ERROR "cannot use 1 (untyped int constant) as chan (<-chan int) value in variable declaration"
	_ = chan (<-chan (int)) // ERROR "chan (<-chan int) (type) is not an expression"
	_ = chan (chan<- (int)) // ERROR "chan chan<- int (type) is not an expression"
	_ = chan<- (<-chan (int)) // ERROR "chan<- <-chan int (type) is not an expression"
	_ = <-chan (<-chan (int)) // ERROR "<-chan <-chan int (type) is not an expression"
	_ = (chan (<-chan (int))) // ERROR "(chan (<-chan int)) (type) is not an expression"
	_ = *(*int)(nil) + "a" // ERROR "invalid operation: *(*int)(nil) +"
	_ = (*int) // ERROR "(*int) (type) is not an expression"
	_ = (*(int)) // ERROR "(*(int)) (type) is not an expression"
	_ = []*(undefe){} // ERROR "undefined: undefe"
	_ = [](func((int)) (int)){1} // ERROR "cannot use 1 (untyped int constant) as func(int) int value in array or slice literal"
	_ = new((undeff)) // ERROR "undefined: undeff"
	_ = make([](int), "a") // ERROR "cannot convert"
	_ = make(([]int), "a") // ERROR "cannot convert"
	_ = (int)("a") // ERROR "cannot convert"
	_ = ([](int))(1) // ERROR "cannot convert 1 (untyped int constant) to type []int"
	_ = ([](int)) // ERROR "([]int) (type) is not an expression"
	_ = func(a (int)) (b (int)) { return "a" } // ERROR "cannot use"
	switch x.(type) {
	case (undefg), (int), (*(undefh)): // ERROR "undefined: undefg" "undefined: undefh"
	}
	h[(int)](1) // ERROR "int does not satisfy interface{m()} (missing method m)"
	h[(string), (int)](1) // ERROR "got 2 type arguments but want 1"
	_ = [(2)](int){1, 2, 3} // ERROR "index 2 is out of bounds (>= 2)"
	const c (string) = 1 // ERROR "cannot use 1 (untyped int constant) as string value in constant declaration"
	var fn func() (int) = 1 // ERROR "cannot use 1 (untyped int constant) as func() int value in variable declaration"
	var fn2 func() ((int)) = 1 // ERROR "cannot use 1 (untyped int constant) as func() int value in variable declaration"
	_, _, _, _, _ = y, y2, z, fn, fn2
}
