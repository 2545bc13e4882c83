package main

import (
	"fmt"
	"math"
	"reflect"
)

type StructI int

func (i StructI) Get() int { return int(i) }

func try(n string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(n, "panic:", r)
		}
	}()
	f()
	fmt.Println(n, "ok")
}

func main() {
	try("phi", func() { reflect.StructOf([]reflect.StructField{{Name: "φ", Type: reflect.TypeOf(1)}}) })
	try("Gamma", func() { fmt.Println(reflect.StructOf([]reflect.StructField{{Name: "Γ", Type: reflect.TypeOf(1)}})) })
	try("emb1", func() {
		reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(1)}, {Name: "StructI", Anonymous: true, Type: reflect.TypeOf(StructI(1))}})
	})
	try("emb0", func() {
		t := reflect.StructOf([]reflect.StructField{{Name: "StructI", Anonymous: true, Type: reflect.TypeOf(StructI(1))}})
		v := reflect.New(t).Elem()
		v.Field(0).SetInt(42)
		fmt.Println(v.Interface().(interface{ Get() int }).Get())
	})
	try("dup", func() {
		reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(1)}, {Name: "A", Type: reflect.TypeOf(1)}})
	})
	try("bad", func() { reflect.StructOf([]reflect.StructField{{Name: "a b", Type: reflect.TypeOf(1)}}) })
	try("bigarr", func() { reflect.ArrayOf(math.MaxInt, reflect.TypeOf(1)) })
	it := reflect.ValueOf(map[string]int{"a": 1}).MapRange()
	try("iter0", func() { reflect.New(reflect.TypeOf("")).Elem().SetIterKey(it) })
	it.Next()
	try("iter1", func() { reflect.ValueOf("").SetIterKey(it) })
	try("iter2", func() { reflect.ValueOf(1).SetIterValue(it) })
	try("iter3", func() { reflect.New(reflect.TypeOf(0)).Elem().SetIterKey(it) })
	try("iter4", func() { it.Next(); it.Next(); it.Key() })
	for _, x := range []any{struct{ a any }{[]int{1}}, [2]any{1, []int{}}, [1]struct{ f func() }{}, struct{ a any }{1}, [0]func(){}, nil, struct{ i [1]any }{[1]any{map[int]int{}}}} {
		try("cmp", func() { fmt.Println(reflect.ValueOf(&x).Elem().Comparable()) })
		if x != nil {
			try("cmp", func() { fmt.Println(reflect.ValueOf(x).Comparable()) })
		}
	}
	type mf float32
	y := reflect.ValueOf(mf(math.Float32frombits(0x7f800001))).Convert(reflect.TypeOf(float32(0)))
	fmt.Printf("%x\n", math.Float32bits(y.Interface().(float32)))
}
