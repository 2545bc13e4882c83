package main

type entry[K comparable, V any] struct {
	k K
	v V
}
type nums[T ~int | ~float64] struct{}
type one[T ~int] struct{}

func (l *missing[K, V]) a(e *entry[K, V]) { // ERROR "undefined: missing" "K does not satisfy comparable"
	var k K
	_ = k + k
	_ = k == k      // ERROR "incomparable types in type set"
	k.foo()         // ERROR "k.foo undefined (type K has no field or method foo)"
	var v V = 1     // ERROR "cannot use 1 (untyped int constant) as V value in variable declaration"
	for range v {
	}
	_ = v(1)
	_ = map[K]V{} // ERROR "invalid map key type K (missing comparable constraint)"
	_ = l.x
	l.b(k)
	var n nums[V] // ERROR "V does not satisfy ~int | ~float64"
	_ = n
	return k // ERROR "too many return values"
}
func (o one[A, B]) b(a A) (b B) { // ERROR "receiver declares 2 type parameters, but receiver base type declares 1"
	_ = a + a
	var e entry[A, B] // ERROR "A does not satisfy comparable"
	_ = e
	o.b(a)
	var c A = 1 // ERROR "cannot use 1 (untyped int constant) as A value"
	var d B
	_ = c + d // ERROR "mismatched types A and B"
	return
}
func (o *int[A]) d(a A)    {} // ERROR "int is not a generic type"
func (o nums[A, A]) e(a A) {} // ERROR "receiver declares 2 type parameters" "A redeclared in this block"
func main()                {}
