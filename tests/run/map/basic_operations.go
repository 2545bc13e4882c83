package main

import "fmt"

func main() {
	m := map[string]int{"a": 1, "b": 2}
	m["c"] = 3
	delete(m, "a")
	delete(m, "zzz")
	v, ok := m["b"]
	w, ok2 := m["nope"]
	fmt.Println(v, ok, w, ok2, len(m), m["x"], m)
	if _, ok := m["c"]; ok {
		fmt.Println("has c")
	}
	var n map[string]int
	fmt.Println(n["x"], len(n), n == nil, n)
	delete(n, "x")
	for range n {
		fmt.Println("never")
	}
	p := m
	p["shared"] = 9
	fmt.Println(m["shared"])
	big := make(map[int]int, 100)
	for i := range 1000 {
		big[i*7] = i
	}
	sum := 0
	for k, v := range big {
		sum += k - v
	}
	fmt.Println(len(big), sum, big[700])
	mm := map[string]map[string]int{"x": {"y": 1}}
	mm["x"]["z"]++
	fmt.Println(mm, mm["none"]["z"])
}
