package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

func main() {
	m := map[string]int{"one": 1, "two": 2, "three": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	c := maps.Clone(m)
	c["four"] = 4
	fmt.Println(len(m), len(c), maps.Equal(m, c), maps.Equal(m, maps.Clone(m)), maps.Clone[map[int]int](nil) == nil)
	fmt.Println(maps.Equal(map[float64]float64{1: math.NaN()}, map[float64]float64{1: math.NaN()}), maps.Equal(map[int]int{1: 0}, map[int]int{2: 0}))
	fmt.Println(maps.EqualFunc(m, map[string]string{"one": "i", "two": "ii", "three": "iii"}, func(n int, s string) bool { return len(s) == n }))
	maps.DeleteFunc(c, func(k string, v int) bool { return strings.HasPrefix(k, "t") })
	fmt.Println(c)
	maps.Copy(c, map[string]int{"one": 100, "ten": 10})
	fmt.Println(c)
	maps.Insert(c, maps.All(map[string]int{"six": 6}))
	fmt.Println(c)
	sum := 0
	for k, v := range maps.All(m) {
		sum += len(k) * v
	}
	fmt.Println(sum, maps.Collect(slices.All([]string{"a", "b"})), maps.Collect(maps.All(m)))
	for range maps.Keys(m) {
		break
	}
	for range maps.Values(m) {
		break
	}
	for range maps.All(m) {
		break
	}
	nan := map[float64]int{math.NaN(): 1, math.NaN(): 2}
	fmt.Println(len(maps.Clone(nan)))
}
