package main

import "fmt"

func distance(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	prev := make([]int, len(rb)+1)
	for j := range prev {
		prev[j] = j
	}
	for i, ca := range ra {
		cur := make([]int, len(rb)+1)
		cur[0] = i + 1
		for j, cb := range rb {
			cost := 1
			if ca == cb {
				cost = 0
			}
			cur[j+1] = min(cur[j]+1, prev[j+1]+1, prev[j]+cost)
		}
		prev = cur
	}
	return prev[len(rb)]
}

type thing struct{ weight, value int }

func best(things []thing, cap int) (int, []int) {
	memo := map[[2]int]int{}
	var go2 func(i, c int) int
	go2 = func(i, c int) int {
		if i == len(things) {
			return 0
		}
		k := [2]int{i, c}
		if v, ok := memo[k]; ok {
			return v
		}
		v := go2(i+1, c)
		if t := things[i]; t.weight <= c {
			v = max(v, t.value+go2(i+1, c-t.weight))
		}
		memo[k] = v
		return v
	}
	total := go2(0, cap)
	var picked []int
	for i, c := 0, cap; i < len(things); i++ {
		if go2(i, c) != go2(i+1, c) {
			picked = append(picked, i)
			c -= things[i].weight
		}
	}
	return total, picked
}

func main() {
	fmt.Println(distance("kitten", "sitting"), distance("", "abc"), distance("größe", "grösse"))
	fmt.Println(best([]thing{{12, 4}, {2, 2}, {1, 1}, {4, 10}, {1, 2}}, 15))
}
