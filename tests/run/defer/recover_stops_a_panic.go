package main

import (
	"errors"
	"fmt"
	"runtime"
)

func try(name string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
			fmt.Println(name, "ok")
		case runtime.Error:
			fmt.Println(name, "runtime:", r.Error())
		case error:
			fmt.Println(name, "error:", r)
		default:
			fmt.Printf("%s %T: %v\n", name, r, r)
		}
	}()
	f()
}

type T struct{ p *T }

func main() {
	var m map[string]int
	var p *T
	var i any = "s"
	var e error
	zero, idx := 0, 5
	s := []int{1, 2, 3}
	try("none", func() {})
	try("value", func() { panic("text") })
	try("number", func() { panic(42) })
	try("error", func() { panic(errors.New("err")) })
	try("index", func() { _ = s[idx] })
	try("negative", func() { _ = s[zero-1] })
	try("slice", func() { _ = s[idx:] })
	try("slice2", func() { _ = s[idx-2 : 1] })
	try("string", func() { _ = "abc"[idx] })
	try("map", func() { m["a"] = 1 })
	try("nil", func() { _ = p.p })
	try("divide", func() { _ = 1 / zero })
	try("assert", func() { _ = i.(int) })
	try("assert2", func() { _ = i.(fmt.Stringer) })
	try("iface", func() { e.Error() })
	try("func", func() { var f func(); f() })
	try("make", func() { _ = make([]int, zero-1) })
	try("close nil", func() { var c chan int; close(c) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int); close(c); c <- 1 })
	try("hash", func() { _ = map[any]int{s: 1} })
	try("compare", func() { _ = any(s) == any(s) })
	try("array ptr", func() { _ = [4]int(s) })
	try("nil panic", func() { panic(nil) })
	try("shift", func() { _ = 1 << (zero - 1) })
}
