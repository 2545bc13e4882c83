package main

type S struct{ a []int }

func main() {
	var a map[[]int]int // ERROR
	var b map[map[int]int]int // ERROR
	var c map[func()]int // ERROR
	var d map[S]int // ERROR
	var e map[[2][]int]int // ERROR
	var f map[struct{ f func() }]int // ERROR
	m := map[string]int{"a": 1, "a": 2} // ERROR
	_ = map[string]int{1: 1} // ERROR
	_ = map[string]int{"a"} // ERROR
	_ = map[string]int{"a": "b"} // ERROR
	_ = map[int]int{1: 1, 1.0: 2} // ERROR
	_ = map[any]int{1: 1, 1: 2} // ERROR
	_ = map[[1]int]int{{1}: 1, {1}: 2}
	_ = map[bool]int{true: 1, !false: 2} // ERROR
	_ = m[1] // ERROR
	_ = m == m // ERROR
	_ = m == nil
	_ = &m["a"] // ERROR
	_ = m[1:2] // ERROR
	_ = cap(m) // ERROR
	m.a = 1 // ERROR
	m["a"].x = 1 // ERROR
	map[string]S{}["a"].a = nil // ERROR
	map[string][2]int{}["a"][0] = 1 // ERROR
	map[string][]int{}["a"][0] = 1
	delete(m) // ERROR
	delete(m, 1) // ERROR
	delete(m, "a", "b") // ERROR
	delete(1, 2) // ERROR
	_ = delete(m, "a") // ERROR
	x, y, z := m["a"] // ERROR
	var ok int
	_, ok = m["a"] // ERROR
	_ = make(map[string]int, "a") // ERROR
	_ = make(map[string]int, 1, 2) // ERROR
	_ = make(map[string]int, -1) // ERROR
	var n map[string]int32 = m // ERROR
	for i, j, k := range m { // ERROR
	}
	for i := 1; i < len(m); i++ {
		m[i] = 0 // ERROR
	}
	_, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, x, y, z, n, ok
}

func g[K any, V any](m map[K]V) {} // ERROR

func h[K comparable](m map[K]func()) {}

func i() { h[[]int](nil) } // ERROR
