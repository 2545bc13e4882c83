package main

import (
	"fmt"
	"math"
	"reflect"
)

type inner struct{ x, X int }

type outer struct {
	inner
	y, Y int
}

type pair struct{ A any }

// try shows what a function panics with.
func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, "panics:", e)
		}
	}()
	f()
}

func main() {
	// Entries whose keys equal nothing.
	m := map[float64]string{math.NaN(): "a", math.NaN(): "b", 1: "c"}
	seen := map[string]int{}
	for it := reflect.ValueOf(m).MapRange(); it.Next(); {
		seen[it.Value().String()]++
		if k := it.Key().Float(); k == k {
			fmt.Println("key", k, it.Value())
		}
	}
	fmt.Println(seen)

	// An exported field of an embedded field that is not.
	o := reflect.ValueOf(&outer{}).Elem()
	fmt.Println(o.Field(0).Field(1).CanSet(), o.Field(0).Addr().Elem().Field(1).CanSet(), o.Field(0).Addr().Elem().Field(0).CanSet())

	// What is not comparable.
	fmt.Println(reflect.ValueOf([0]func(){}).Comparable(), reflect.ValueOf([1]any{1}).Comparable())
	try("struct", func() { v := reflect.ValueOf(pair{[]int{}}); v.Equal(v) })
	try("array", func() { v := reflect.ValueOf([0]func(){}); v.Equal(v) })
	fmt.Println(reflect.ValueOf(pair{1}).Equal(reflect.ValueOf(pair{1})))

	x := reflect.ValueOf(struct{ x []int }{[]int{1}}).Field(0)
	try("Append", func() { reflect.Append(x, reflect.ValueOf(1)) })
	try("AppendSlice", func() { reflect.AppendSlice(x, reflect.ValueOf([]int{1})) })

	i := reflect.TypeFor[int]()
	try("name", func() { reflect.StructOf([]reflect.StructField{{Name: "1x", Type: i}}) })
	try("packages", func() {
		reflect.StructOf([]reflect.StructField{{Name: "a", PkgPath: "p", Type: i}, {Name: "b", PkgPath: "q", Type: i}})
	})
	it := reflect.ValueOf(m).MapRange()
	try("SetIterKey", func() { reflect.New(reflect.TypeFor[float64]()).Elem().SetIterKey(it) })
	try("Key", func() { it.Key() })

	n := -1
	fmt.Println(reflect.Kind(n), reflect.Kind(100))
	type Bool bool
	fmt.Println(reflect.TypeFor[func(func(int) Bool)]().CanSeq(), reflect.TypeFor[func(func(int) bool)]().CanSeq())
	fmt.Printf("%#v %#v\n", reflect.ValueOf([]byte{1}), []byte{1})
}
