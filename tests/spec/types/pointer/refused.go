package main

type T struct{ a int }

func (t *T) P() {}
func (t T) V()  {}

type PT *T

func (p PT) M() {} // ERROR

type I interface{ P() }

func f() T { return T{} }

func main() {
	var p *T
	var pp **T
	var pt PT
	var i I
	pp.P() // ERROR
	pp.a = 1 // ERROR
	pt.P() // ERROR
	pt.V() // ERROR
	pt.a = 1
	_ = &f() // ERROR
	_ = &1 // ERROR
	_ = &nil // ERROR
	_ = &"a" // ERROR
	_ = &(p.a)
	_ = &map[int]int{}[0] // ERROR
	_ = &main // ERROR
	_ = &T{}.a // ERROR
	_ = &[]int{1}[0]
	_ = &[1]int{1}[0] // ERROR
	_ = &p.P // ERROR
	_ = *5 // ERROR
	_ = *nil // ERROR
	_ = *i // ERROR
	_ = **p // ERROR
	f().P() // ERROR
	f().V()
	f().a = 1 // ERROR
	T{}.P() // ERROR
	map[int]T{}[0].P() // ERROR
	map[int]T{}[0].a = 1 // ERROR
	[]T{{}}[0].P()
	p++ // ERROR
	_ = p + 1 // ERROR
	_ = p < p // ERROR
	_ = p == pp // ERROR
	_ = p == 0 // ERROR
	p = 0 // ERROR
	p = T{} // ERROR
	p = &pt // ERROR
	pt = p
	_ = p == pt
	var q *int = &p.a
	var r *int32 = q // ERROR
	_ = (*int32)(q) // ERROR
	i = T{} // ERROR
	i = p
	i = pp // ERROR
	var ip *I = &i
	ip.P() // ERROR
	(*ip).P()
	_ = r
	*p.a = 1 // ERROR
	_ = new(5)
	_ = new() // ERROR
	_ = new(nil) // ERROR
	_ = new(T, T) // ERROR
}
