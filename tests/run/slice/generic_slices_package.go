package main

import (
	"cmp"
	"fmt"
	"slices"
)

type person struct {
	name string
	age  int
}

func main() {
	s := []int{3, 1, 4, 1, 5, 9, 2, 6}
	t := slices.Clone(s)
	slices.Sort(t)
	fmt.Println(s, t, slices.IsSorted(t), slices.Max(s), slices.Min(s))
	fmt.Println(slices.BinarySearch(t, 4))
	fmt.Println(slices.Contains(s, 9), slices.Index(s, 4), slices.Index(s, 7), slices.Equal(s, t))
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 1}), slices.Insert([]int{1, 4}, 1, 2, 3), slices.Delete([]int{0, 1, 2, 3}, 1, 3))
	slices.Reverse(t)
	fmt.Println(t, slices.Repeat([]int{1, 2}, 2), slices.Concat([]int{1}, []int{2, 3}))
	ps := []person{{"ann", 30}, {"bob", 25}, {"cid", 30}, {"dan", 25}}
	slices.SortStableFunc(ps, func(a, b person) int { return cmp.Compare(a.age, b.age) })
	fmt.Println(ps)
	slices.SortFunc(ps, func(a, b person) int {
		return cmp.Or(-cmp.Compare(a.age, b.age), cmp.Compare(a.name, b.name))
	})
	fmt.Println(ps, slices.IndexFunc(ps, func(p person) bool { return p.name == "dan" }))
	fmt.Println(slices.Collect(slices.Values([]string{"x", "y"})))
	for i, v := range slices.Backward([]int{1, 2}) {
		fmt.Print(i, v, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println()
}
