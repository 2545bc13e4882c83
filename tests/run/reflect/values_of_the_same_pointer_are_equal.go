package main

import (
	"fmt"
	"reflect"
)

type T struct{ a, b int }

func main() {
	x, y := 5, 5
	p, q := &x, &x
	v := reflect.ValueOf
	fmt.Println("ptr", v(p) == v(q), v(p) == v(&y))
	m := map[int]int{1: 1}
	fmt.Println("map", v(m) == v(m))
	c := make(chan int)
	fmt.Println("chan", v(c) == v(c))
	s := []int{1, 2}
	fmt.Println("slice", v(s) == v(s))
	t := &T{}
	fmt.Println("elem", v(t).Elem() == v(t).Elem(), v(t).Elem().Field(0) == v(t).Elem().Field(0), v(t).Elem().Field(0) == v(t).Elem().Field(1))
	fmt.Println("addr", v(t).Elem().Addr() == v(t), v(t).Elem().Field(1).Addr() == v(&t.b))
	var z reflect.Value
	fmt.Println("zero", z == reflect.Value{}, v(nil) == z, v(nil) == v(nil))
	f := main
	fmt.Println("func", v(f) == v(f), v(main) == v(main))
	fmt.Println("index", v(s).Index(0) == v(s).Index(0), v(s).Index(0) == v(s).Index(1), v(&s).Elem() == v(&s).Elem())
	a := v(s)
	b := a
	fmt.Println("same", a == b)
	mm := map[reflect.Value]int{}
	mm[v(p)]++
	mm[v(q)]++
	fmt.Println(len(mm))
	var e any = p
	fmt.Println("iface", v(&e).Elem() == v(&e).Elem(), v(&e).Elem().Elem() == v(p))
	type W struct{ P *int }
	w := W{p}
	fmt.Println("ptrstruct", v(&w).Elem().Field(0) == v(p), v(w).Field(0) == v(p))
	fmt.Println("conv", v(p).Convert(v(p).Type()) == v(p), reflect.Zero(v(p).Type()) == reflect.Zero(v(p).Type()), v((*int)(nil)) == reflect.Zero(v(p).Type()))
	fmt.Println("meth", v(t).MethodByName("X") == z, v(&x).Elem() == v(&x).Elem())
	fmt.Println("any", any(v(p)) == any(v(q)), any(v(p)) == any(p))
}
