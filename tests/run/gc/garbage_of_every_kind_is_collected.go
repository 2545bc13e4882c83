package main

import (
	"fmt"
	"strings"
)

type node struct {
	next *node
	data []byte
	m    map[string]int
	f    func() int
	i    any
}

func churn(n int) (keep *node) {
	for i := range n {
		x := &node{data: make([]byte, 100), m: map[string]int{fmt.Sprint(i): i}, i: strings.Repeat("x", i%50)}
		x.f = func() int { return i + len(x.data) }
		if i%1000 == 0 {
			x.next = keep
			keep = x
		}
	}
	return keep
}

func main() {
	k := churn(50_000)
	n, sum := 0, 0
	for x := k; x != nil; x = x.next {
		n++
		sum += x.f() + len(x.m) + len(x.i.(string))
	}
	fmt.Println(n, sum)
	var s []string
	for i := range 20_000 {
		s = append(s, strings.Repeat("ab", i%20))
		if len(s) > 100 {
			s = s[50:]
		}
	}
	total := 0
	for _, x := range s {
		total += len(x)
	}
	fmt.Println(len(s), total)
}
