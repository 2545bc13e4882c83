package main

import (
	"fmt"
	"slices"
	"sort"
)

type celsius int

func main() {
	state := uint64(77)
	random := func() uint64 {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		return state
	}
	for _, n := range []int{13, 100, 5000, 40000} {
		ints := make([]int, n)
		strs := make([]string, n)
		warm := make([]celsius, n)
		for i := range ints {
			ints[i] = int(random()) >> (random() % 60)
			strs[i] = fmt.Sprint(random() % uint64(n))
			warm[i] = celsius(ints[i])
		}
		sort.Ints(ints[1:])
		sort.Strings(strs)
		slices.Sort(warm[1:])
		h := uint64(0)
		for i := range ints {
			h = h*31 + uint64(ints[i])
			for j := range len(strs[i]) {
				h = h*31 + uint64(strs[i][j])
			}
			if celsius(ints[i]) != warm[i] {
				fmt.Println("differ at", i)
			}
		}
		fmt.Println(n, h, sort.IntsAreSorted(ints[1:]), sort.StringsAreSorted(strs))
	}
}
