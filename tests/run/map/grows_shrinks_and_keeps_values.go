package main

import "fmt"

type rec struct {
	id   int
	name string
	f    [3]float32
}

func main() {
	m := make(map[string]rec)
	for round := range 3 {
		for i := range 2000 {
			k := fmt.Sprintf("k%d", i)
			m[k] = rec{i, k, [3]float32{float32(round)}}
		}
		for i := 0; i < 2000; i += 3 {
			delete(m, fmt.Sprintf("k%d", i))
		}
	}
	bad := 0
	for k, v := range m {
		if v.name != k || v.f[0] != 2 || v.id%3 == 0 {
			bad++
		}
	}
	fmt.Println(len(m), bad, m["k1"], m["k0"])
	ints := map[int]int{}
	for i := range 5000 {
		ints[i*i%4999] += i
	}
	sum := 0
	for k, v := range ints {
		sum += k * v % 17
	}
	fmt.Println(len(ints), sum)
}
