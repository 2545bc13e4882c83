package main

import "fmt"

type point struct {
	x, y int
	name string
}

type id int8

func main() {
	fmt.Println(map[bool]int{true: 1, false: 0}[true])
	fmt.Println(map[float64]string{1.5: "x", 0: "zero"}[1.5])
	fmt.Println(map[point]int{{1, 2, "a"}: 5}[point{1, 2, "a"}])
	fmt.Println(map[[2]string]int{{"a", "b"}: 7}[[2]string{"a", "b"}])
	fmt.Println(map[id]string{-3: "neg"}[-3], map[rune]int{'世': 1}['世'])
	a, b := 1, 1
	pm := map[*int]string{&a: "a", &b: "b"}
	fmt.Println(pm[&a], pm[&b], pm[nil] == "")
	ch := make(chan int)
	fmt.Println(map[chan int]bool{ch: true}[ch])
	im := map[any]string{1: "int", "1": "string", 1.0: "float", nil: "nil", point{}: "point", true: "bool", [1]int{1}: "array", id(1): "id"}
	fmt.Println(im[1], im["1"], im[1.0], im[nil], im[point{}], im[true], im[[1]int{1}], im[id(1)], im[int8(1)] == "")
	type key struct {
		k any
		e error
	}
	km := map[key]int{{k: 1}: 1, {k: "a", e: nil}: 2}
	fmt.Println(km[key{1, nil}], km[key{k: "a"}], km[key{}])
	sm := map[struct{}]int{}
	sm[struct{}{}]++
	sm[struct{}{}]++
	fmt.Println(sm, map[complex128]int{1i: 2}[1i], map[uint64]int{1<<63 + 1: 3}[1<<63+1])
}
