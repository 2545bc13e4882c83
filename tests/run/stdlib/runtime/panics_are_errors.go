package main

import (
	"errors"
	"fmt"
	"runtime"
)

type shape interface{ area() float64 }
type square struct{}

func (square) area() float64 { return 1 }

func try(f func()) {
	defer func() {
		r := recover()
		err, ok := r.(runtime.Error)
		fmt.Printf("%T %v %v\n", r, r, ok)
		if ok {
			var as runtime.Error
			fmt.Println(errors.As(err, &as), err.Error())
		}
	}()
	f()
}

func main() {
	var m map[string]int
	var p *struct{ x int }
	var s []int
	var i any = "text"
	var n shape
	zero := 0
	try(func() { m["a"] = 1 })
	try(func() { _ = p.x })
	try(func() { _ = s[zero] })
	try(func() { _ = s[1:zero] })
	try(func() { _ = 1 / zero })
	try(func() { _ = i.(int) })
	try(func() { _ = i.(shape) })
	try(func() { n.area() })
	try(func() { _ = n.(square) })
	try(func() { panic(nil) })
	try(func() { var c chan int; close(c) })
	try(func() { _ = make([]int, zero-1) })
	try(func() { _ = [4]int(make([]int, 2)) })
	try(func() { _ = map[any]int{[]int{}: 1} })
	try(func() { panic("plain") })
	var te *runtime.TypeAssertionError
	func() {
		defer func() {
			err, _ := recover().(error)
			fmt.Println(errors.As(err, &te), te)
		}()
		_ = i.(float64)
	}()
	var pn *runtime.PanicNilError
	func() {
		defer func() {
			err, _ := recover().(error)
			fmt.Println(errors.As(err, &pn), pn)
		}()
		panic(nil)
	}()
}
