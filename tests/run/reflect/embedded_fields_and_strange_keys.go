package main

import (
	"fmt"
	"math"
	"reflect"
	"sort"
)

type inner struct{ X, y int }

type byValue struct{ inner }

type byPointer struct{ *inner }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	// Exported fields of embedded structs may be set, also if the type of those is not exported.
	v := reflect.ValueOf(&byValue{}).Elem()
	try("value", func() { v.Field(0).Field(0).SetInt(3) })
	try("value", func() { v.Field(0).Field(1).SetInt(3) })
	fmt.Println(v.Field(0).CanSet(), v.Field(0).Field(0).CanSet(), v.Field(0).Field(1).CanSet(), v)
	p := reflect.ValueOf(&byPointer{&inner{}}).Elem()
	try("pointer", func() { p.Field(0).Elem().Field(0).SetInt(4) })
	try("pointer", func() { p.Field(0).Elem().Field(1).SetInt(4) })
	try("pointer", func() { p.FieldByName("X").SetInt(p.FieldByName("X").Int() + 1) })
	try("pointer", func() { p.Field(0).Elem().Set(reflect.ValueOf(inner{})) })
	fmt.Println(p.Field(0).Elem())

	// Keys that differ from themselves are found by going through the map only.
	m := map[any]int{math.NaN(): 1, [1]float64{math.NaN()}: 2, "s": 4, 1.5: 8}
	var sum []int
	for it := reflect.ValueOf(m).MapRange(); it.Next(); {
		sum = append(sum, int(it.Value().Int()))
	}
	sort.Ints(sum)
	fmt.Println(sum, len(reflect.ValueOf(m).MapKeys()))
	n := reflect.ValueOf(map[float64]string{math.NaN(): "a", 1: "b"})
	count := 0
	for it := n.MapRange(); it.Next(); {
		count++
		n.Clear()
	}
	fmt.Println(count)
}
