package main

import "fmt"

type acc struct {
	n    int
	list []string
}

func main() {
	m := map[string]acc{}
	a := m["x"]
	a.n++
	a.list = append(a.list, "one")
	m["x"] = a
	fmt.Println(m["x"].n, m["x"].list[0])
	s := map[string][]int{}
	s["a"] = append(s["a"], 1, 2)
	s["a"][0] = 10
	s["b"] = append(s["b"], 3)
	fmt.Println(s)
	p := map[string]*acc{"p": {n: 1}}
	p["p"].n += 5
	p["p"].list = append(p["p"].list, "q")
	fmt.Println(p["p"].n, p["p"].list)
	arr := map[string][2]int{"k": {1, 2}}
	fmt.Println(arr["k"][1], arr["none"][0])
	f := map[string]func(int) int{"dbl": func(n int) int { return 2 * n }}
	fmt.Println(f["dbl"](21), f["no"] == nil)
	cnt := map[rune]int{}
	for _, r := range "hello" {
		cnt[r]++
	}
	fmt.Println(cnt['l'], cnt['h'], cnt['z'])
	m2 := map[string]int{"a": 1}
	m2["a"], m2["b"] = m2["b"], m2["a"]
	m2["c"] |= 6
	fmt.Println(m2)
}
