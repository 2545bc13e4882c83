package main

import (
	"fmt"
	"sort"
)

type emp struct {
	name   string
	dept   string
	salary int
}

func main() {
	emps := []emp{{"ann", "it", 10}, {"bob", "hr", 7}, {"cid", "it", 12}, {"dan", "hr", 5}, {"eve", "ops", 8}}
	by := map[string][]emp{}
	total := map[string]struct{ n, sum int }{}
	for _, e := range emps {
		by[e.dept] = append(by[e.dept], e)
		t := total[e.dept]
		t.n++
		t.sum += e.salary
		total[e.dept] = t
	}
	depts := make([]string, 0)
	for d := range by {
		depts = append(depts, d)
	}
	sort.Strings(depts)
	for _, d := range depts {
		fmt.Println(d, len(by[d]), total[d].sum/total[d].n, by[d][0].name)
	}
	graph := map[string]map[string]bool{}
	link := func(a, b string) {
		if graph[a] == nil {
			graph[a] = map[string]bool{}
		}
		graph[a][b] = true
	}
	link("x", "y")
	link("x", "z")
	link("y", "x")
	fmt.Println(len(graph["x"]), graph["y"]["x"], graph["q"]["r"], graph)
	ops := map[rune]func(float64, float64) float64{
		'+': func(a, b float64) float64 { return a + b },
		'/': func(a, b float64) float64 { return a / b },
	}
	if f, ok := ops['/']; ok {
		fmt.Println(f(1, 4), ops['-'] == nil)
	}
	inv := map[int][]string{}
	for k, v := range map[string]int{"a": 1, "b": 2, "c": 1} {
		inv[v] = append(inv[v], k)
	}
	sort.Strings(inv[1])
	fmt.Println(inv)
	type pt [2]int
	grid := map[pt]rune{{0, 0}: 'S', {1, 2}: 'E'}
	grid[pt{3, 3}]++
	fmt.Println(len(grid), string(grid[pt{1, 2}]), grid[pt{3, 3}], grid[pt{9, 9}])
}
