package main

// The names of methods that are not exported have their package, and such methods cannot be called.

import (
	"fmt"
	"reflect"
)

type number int

func (number) W() {}
func (number) Y() {}
func (number) w() {}
func (number) y() {}

type hidden interface {
	W()
	w()
}

type Shown interface {
	Y()
	y()
}

type Both struct {
	Shown
	hidden
}

type all struct {
	hidden
	Shown
	NamedHidden hidden
	NamedShown  Shown
	NamedBoth   Both
	namedHidden hidden
	namedShown  Shown
	namedBoth   Both
}

func main() {
	fmt.Println(reflect.TypeOf(struct {
		x interface {
			a(func(func(int) int))
			b()
			C()
		}
	}{}))
	fmt.Println(reflect.TypeFor[interface {
		b()
		A()
	}]())
	fmt.Printf("%T\n", new(interface {
		b()
		A()
	}))
	fmt.Printf("%T %T\n", struct {
		a, B int
		number
		c struct{ d interface{ e() } }
	}{}, map[string]interface{ f(interface{ g() }) }{})
	func() {
		defer func() { fmt.Println(recover()) }()
		var x any = 1
		_ = x.(interface {
			b()
			A()
		})
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var x any = 1
		_ = x.(struct{ a interface{ b() } })
	}()

	i := number(0)
	v := reflect.ValueOf(all{i, i, i, i, Both{i, i}, i, i, Both{i, i}})
	for _, path := range [][]int{{0}, {1}, {2}, {3}, {4, 0}, {4, 1}, {5}, {6}, {7, 0}, {7, 1}} {
		for method := range 3 {
			for _, elem := range []bool{false, true} {
				func() {
					defer func() { fmt.Println(path, method, elem, recover()) }()
					x := v
					for _, field := range path {
						x = x.Field(field)
					}
					if elem {
						x = x.Elem()
					}
					x.Method(method).Call(nil)
				}()
			}
		}
	}
}
