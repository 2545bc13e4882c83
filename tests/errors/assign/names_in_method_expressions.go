package main

type T struct{}

func (t T) named(x int)   {}
func (T) unnamed(x int)   {}
func (t T) bare(int)      {}
func (t T) none()         {}
func (t *T) pointer(x, y int) {}

type I interface{ method(x int) }

func main() {
	var f func()
	f = T.named      // ERROR "value of type func(t T, x int)"
	f = T.unnamed    // ERROR "value of type func(_ T, x int)"
	f = T.bare       // ERROR "value of type func(T, int)"
	f = T.none       // ERROR "value of type func(T)"
	f = (*T).pointer // ERROR "value of type func(t *T, x int, y int)"
	f = I.method     // ERROR "value of type func(_ I, x int)"
	_ = f
}
