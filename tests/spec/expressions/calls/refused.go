package main

import "fmt"

type T struct{ f func(int) }

func (T) m(int, ...string) {}
func f(a int, b string)    {}
func two() (int, string)   { return 0, "" }
func none()                {}
func v(xs ...int)          {}

type I interface{ M() }

func main() {
	f(1) // ERROR
	f(1, "a", 2) // ERROR
	f("a", 1) // ERROR
	f(two())
	f(two(), 1) // ERROR
	f(none()) // ERROR
	f(1, none()) // ERROR
	v(two()) // ERROR
	v(1, 2, "x") // ERROR
	v([]int{1}) // ERROR
	v([]string{}...) // ERROR
	v(1, []int{}...) // ERROR
	x := none() // ERROR
	var y int = two() // ERROR
	a, b, c := two() // ERROR
	1() // ERROR
	"s"(1) // ERROR
	nil() // ERROR
	T{}.f("x") // ERROR
	T{}.m() // ERROR
	T{}.m(1, 2) // ERROR
	T.m(1) // ERROR
	T.m(T{}, "a") // ERROR
	T{}.g() // ERROR
	var i I
	i.M(1) // ERROR
	i.N() // ERROR
	(*I).M(&i) // ERROR
	var p *I = &i
	p.M() // ERROR
	fmt.Println(none()) // ERROR
	fmt.Println(two(), 1) // ERROR
	go f // ERROR
	go f(1, "a").x // ERROR
	defer f // ERROR
	defer 1 // ERROR
	go int(1) // ERROR
	defer append([]int{}, 1) // ERROR
	go func() {} // ERROR
	two() + 1 // ERROR
	f(1, "a")
	two()
	_ = two() // ERROR
	var s []int
	append(s, 1) // ERROR
	len(s) // ERROR
	len // ERROR
	f // ERROR
	-1 // ERROR
	s[0] // ERROR
	s == nil // ERROR
	<-make(chan int)
	func() {} // ERROR
	T{} // ERROR
	&T{} // ERROR
	i.(I) // ERROR
	return 1 // ERROR
}
func r1() int        { return } // ERROR
func r2() int        { return 1, 2 } // ERROR
func r3() (int, int) { return two() } // ERROR
func r4() (int, string) {
	return two(), 1 // ERROR
}
func r5() (a int, err error) {
	if a, err := two(); err != "" { // ERROR
		return // ERROR
	}
	return
}
