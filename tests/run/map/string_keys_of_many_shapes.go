package main

import (
	"fmt"
	"strings"
)

func main() {
	m := map[string]int{}
	for i := range 500 {
		m[strings.Repeat("k", i)] = i
	}
	ok := true
	for i := range 500 {
		k := strings.Repeat("kk", i/2)
		if i%2 == 1 {
			k += "k"
		}
		ok = ok && m[k] == i
	}
	fmt.Println(len(m), ok, m[""], m["kkk"])
	b := []byte("byte key")
	m[string(b)] = -1
	b[0] = 'X'
	_, has := m[string(b)]
	fmt.Println(m["byte key"], has, m[string([]byte("byte key"))])
	s := "prefix:key:suffix"
	m[s[7:10]] = 77
	fmt.Println(m["key"])
	m["\x00"] = 1
	m["\x00\x00"] = 2
	m["é"] = 3
	m["e\u0301"] = 4
	fmt.Println(m["\x00"], m["\x00\x00"], m["é"], m["e\u0301"])
	for i := range 500 {
		delete(m, strings.Repeat("k", i))
	}
	fmt.Println(len(m), m)
}
