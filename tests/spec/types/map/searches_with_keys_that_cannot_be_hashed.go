package main

import (
	"fmt"
	"reflect"
	"runtime"
)

func try(f func()) {
	defer func() {
		r := recover()
		e, ok := r.(runtime.Error)
		fmt.Println(r, e, ok)
	}()
	f()
}

func main() {
	var m map[any]int
	e := map[any]int{}
	o := map[any]int{1: 1}
	for i, m := range []map[any]int{m, e, o} {
		fmt.Println(i)
		try(func() { _ = m[[]int{}] })
		try(func() { _, _ = m[[]int{}] })
		try(func() { delete(m, []int{}) })
		try(func() { m[[]int{}] = 1 })
		try(func() { m[[]int{}]++ })
		v := reflect.ValueOf(m)
		try(func() { v.MapIndex(reflect.ValueOf([]int{})) })
		try(func() { v.SetMapIndex(reflect.ValueOf([]int{}), reflect.ValueOf(1)) })
		try(func() { v.SetMapIndex(reflect.ValueOf([]int{}), reflect.Value{}) })
	}
	_ = m[func() {}]
}
