package main

import (
	"fmt"
	"math"
	"sort"
)

type person struct {
	name string
	age  int
}

func main() {
	ints := []int{5, 2, 8, 1, 9, 3}
	fmt.Println(sort.IntsAreSorted(ints))
	sort.Ints(ints)
	fmt.Println(ints, sort.IntsAreSorted(ints))
	floats := []float64{2.5, math.NaN(), -1, math.Inf(1), 0, math.Inf(-1), math.NaN(), math.Copysign(0, -1)}
	sort.Float64s(floats)
	fmt.Println(floats, sort.Float64sAreSorted(floats))
	strs := []string{"pear", "apple", "fig", "", "Pear"}
	sort.Strings(strs)
	fmt.Printf("%q %v\n", strs, sort.StringsAreSorted(strs))

	fmt.Println(sort.SearchInts(ints, 5), sort.SearchInts(ints, 4), sort.SearchInts(ints, 100), sort.SearchInts(nil, 1))
	fmt.Println(sort.SearchFloat64s([]float64{1, 2, 3.5}, 3), sort.SearchStrings(strs, "fig"), sort.SearchStrings(strs, "zebra"))
	fmt.Println(sort.IntSlice(ints).Search(8), sort.Float64Slice{1, 2}.Search(1.5), sort.StringSlice(strs).Search("apple"))
	fmt.Println(sort.Search(1000, func(i int) bool { return i*i >= 500 }))
	fmt.Println(sort.Find(len(ints), func(i int) int { return 8 - ints[i] }))
	fmt.Println(sort.Find(len(ints), func(i int) int { return 7 - ints[i] }))

	people := []person{{"Gopher", 13}, {"Alice", 55}, {"Vera", 24}, {"Bob", 55}, {"Eve", 13}}
	sort.Slice(people, func(i, j int) bool { return people[i].name < people[j].name })
	fmt.Println(people)
	sort.SliceStable(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people, sort.SliceIsSorted(people, func(i, j int) bool { return people[i].age < people[j].age }))
	arrays := [][3]string{{"b", "x", "y"}, {"a", "p", "q"}, {"c", "m", "n"}}
	sort.Slice(arrays, func(i, j int) bool { return arrays[i][0] < arrays[j][0] })
	fmt.Println(arrays)
	ifaces := []any{3, 1, 2}
	sort.Slice(ifaces, func(i, j int) bool { return ifaces[i].(int) < ifaces[j].(int) })
	fmt.Println(ifaces)
	bytes := []byte("hello world")
	sort.Slice(bytes, func(i, j int) bool { return bytes[i] > bytes[j] })
	fmt.Println(string(bytes))
	sort.Slice([]int(nil), nil)

	x := sort.IntSlice{3, 1, 2}
	x.Sort()
	fmt.Println(x, x.Len(), x.Less(0, 1))
	f := sort.Float64Slice{3, math.NaN(), 2}
	f.Sort()
	fmt.Println(f, f.Less(0, 1), f.Less(1, 0))
	s := sort.StringSlice{"b", "a"}
	s.Sort()
	fmt.Println(s)
	r := sort.Reverse(sort.IntSlice(ints))
	sort.Sort(r)
	fmt.Println(ints, sort.IsSorted(r), sort.IsSorted(sort.IntSlice(ints)))
	sort.Stable(sort.Reverse(sort.Reverse(sort.IntSlice(ints))))
	fmt.Println(ints)
}
