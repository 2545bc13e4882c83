package main

import (
	"fmt"
	"sort"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type rec struct {
	name string
	n    int
}

func main() {
	a := []int{5, 2, 8, 1}
	sort.Ints(a)
	s := []string{"banana", "kiwi", "apple"}
	sort.Strings(s)
	f := []float64{2.5, -1, 3}
	sort.Float64s(f)
	fmt.Println(a, s, f, sort.IntsAreSorted(a))
	sort.Sort(byLen(s))
	fmt.Println(s)
	sort.Sort(sort.Reverse(sort.IntSlice(a)))
	fmt.Println(a)
	rs := []rec{{"a", 3}, {"b", 1}, {"c", 3}, {"d", 1}, {"e", 2}}
	sort.SliceStable(rs, func(i, j int) bool { return rs[i].n < rs[j].n })
	fmt.Println(rs)
	sort.Stable(sort.Reverse(byLen(s)))
	fmt.Println(s, sort.IsSorted(byLen(s)))
	i := sort.Search(100, func(i int) bool { return i*i >= 50 })
	fmt.Println(i, sort.SearchInts([]int{1, 3, 5}, 4), sort.SearchStrings([]string{"a", "c"}, "b"))
	big := make([]int, 1000)
	for i := range big {
		big[i] = (i * 7919) % 1009
	}
	sort.Slice(big, func(i, j int) bool { return big[i] < big[j] })
	fmt.Println(sort.IntsAreSorted(big), big[0], big[999])
}
