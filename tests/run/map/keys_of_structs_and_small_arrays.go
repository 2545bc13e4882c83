// Keys whose parts are smaller than words, keys of several pieces, and keys with floats: found, replaced, deleted, in maps that grow.
package main

import (
	"fmt"
	"math"
	"strings"
)

type cell [3]int8
type point struct{ x, y int32 }
type flags struct {
	a, b bool
	_    int
	c    uint16
}
type person struct {
	name string
	year int
}
type mixed struct {
	id   uint16
	name string
	f    float64
	at   point
}
type blank struct {
	a string
	_ string
	b int8
}

func count[K comparable](name string, key func(int) K) {
	m := map[K]int{}
	for i := range 3000 {
		m[key(i)]++
	}
	total, found := 0, 0
	for k, v := range m {
		total += v
		if w, ok := m[k]; ok && w == v {
			found++
		}
	}
	all := len(m)
	for i := 0; i < 3000; i += 2 {
		delete(m, key(i))
	}
	fmt.Println(name, all, total, found, len(m))
	for i := range 100 {
		m[key(i)] += i
	}
	sum := 0
	for _, v := range m {
		sum += v
	}
	fmt.Println(len(m), sum)
}

func main() {
	words := strings.Fields("one two three four five six seven a-word-that-is-longer-than-sixteen-bytes")
	count("cell", func(i int) cell { return cell{int8(i), int8(i / 7), int8(-i % 5)} })
	count("point", func(i int) point { return point{int32(i % 50), int32(-i / 60)} })
	count("flags", func(i int) flags { return flags{a: i%2 == 0, b: i%3 == 0, c: uint16(i % 41)} })
	count("person", func(i int) person { return person{words[i%8], 1990 + i*7%40} })
	count("mixed", func(i int) mixed {
		return mixed{uint16(i % 9), words[i%8], float64(i%3) / 2, point{int32(i % 5), 1}}
	})
	count("blank", func(i int) blank { return blank{a: words[i%8] + words[i%7], b: int8(i % 11)} })
	count("nested", func(i int) [2]person { return [2]person{{words[i%8], i % 3}, {words[i%5], i % 4}} })

	// Equal keys with another sign: the one that was stored last stays. What is not equal to itself is not found.
	m := map[mixed]string{}
	negative := math.Copysign(0, -1)
	m[mixed{f: 0}] = "zero"
	m[mixed{f: negative}] = "negative zero"
	for k, v := range m {
		fmt.Println(len(m), 1/k.f, v)
	}
	for range 3 {
		m[mixed{f: math.NaN()}] = "nan"
	}
	_, ok := m[mixed{f: math.NaN()}]
	fmt.Println(len(m), ok)
	for i := range 40 {
		m[mixed{f: math.NaN(), name: words[i%8]}] = "nan"
	}
	fmt.Println(len(m), m[mixed{}])
	clear(m)
	fmt.Println(len(m))

	var none map[person]int
	fmt.Println(none[person{"x", 1}], len(none))
}
