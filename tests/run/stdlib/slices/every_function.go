package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

type ints []int

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func main() {
	nan := math.NaN()
	fmt.Println(slices.Equal([]int{1, 2}, []int{1, 2}), slices.Equal([]int{1}, []int{1, 2}), slices.Equal([]float64{nan}, []float64{nan}), slices.Equal[[]int](nil, []int{}))
	fmt.Println(slices.EqualFunc([]int{1, 2}, []string{"1", "2"}, func(i int, s string) bool { return fmt.Sprint(i) == s }))
	fmt.Println(slices.Compare([]int{1, 2}, []int{1, 3}), slices.Compare([]int{1, 2}, []int{1}), slices.Compare([]int{}, []int{1}), slices.Compare([]int{1}, []int{1}), slices.Compare([]float64{nan}, []float64{1}))
	fmt.Println(slices.CompareFunc([]string{"a"}, []string{"B"}, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }))
	fmt.Println(slices.Index([]string{"a", "b", "b"}, "b"), slices.Index([]int{1}, 2), slices.IndexFunc([]int{1, 5, 9}, func(i int) bool { return i > 3 }))
	fmt.Println(slices.Contains([]int{1, 2}, 2), slices.ContainsFunc([]int{1, 2}, func(i int) bool { return i > 2 }))

	s := ints{0, 1, 2, 3}
	fmt.Println(slices.Insert(slices.Clone(s), 2, 10, 11), slices.Insert(slices.Clone(s), 4, 9), slices.Insert(slices.Clone(s), 0), slices.Insert(ints(nil), 0, 1))
	roomy := append(make(ints, 0, 20), s...)
	grown := slices.Insert(roomy, 1, roomy[1:3]...)
	fmt.Println(grown, len(grown), cap(grown))
	one := slices.Insert(grown, 0, grown[5])
	fmt.Println(one, cap(one))
	full := slices.Clip(slices.Clone(s))
	bigger := slices.Insert(full, 2, 7, 8, 9)
	fmt.Println(bigger, cap(bigger) >= 7, full)
	fmt.Printf("%T\n", bigger)

	d := ints{0, 1, 2, 3, 4, 5}
	e := slices.Delete(d, 1, 3)
	fmt.Println(e, d, len(e), cap(e), slices.Delete(e, 1, 1))
	d = ints{0, 1, 2, 3, 4, 5}
	fmt.Println(slices.DeleteFunc(d, func(i int) bool { return i%2 == 0 }), d)
	fmt.Println(slices.DeleteFunc(d, func(i int) bool { return false }))
	for _, r := range []struct {
		i, j int
		v    []int
	}{{1, 3, nil}, {1, 3, []int{9}}, {1, 3, []int{8, 9}}, {1, 3, []int{7, 8, 9}}, {0, 6, []int{1}}, {3, 6, []int{5, 5, 5, 5}}, {2, 2, []int{6}}, {0, 0, nil}} {
		d := append(make(ints, 0, 8), 0, 1, 2, 3, 4, 5)
		out := slices.Replace(d, r.i, r.j, r.v...)
		fmt.Println(out, len(out), d)
		tight := slices.Clip(ints{0, 1, 2, 3, 4, 5})
		fmt.Println(slices.Replace(tight, r.i, r.j, r.v...), tight)
	}
	self := append(make(ints, 0, 12), 0, 1, 2, 3, 4, 5)
	fmt.Println(slices.Replace(self, 1, 2, self[2:5]...))

	fmt.Println(slices.Clone[[]int](nil) == nil, slices.Clone([]int{}) == nil, slices.Clone(s))
	c := []int{1, 1, 2, 2, 2, 3, 1}
	fmt.Println(slices.Compact(c), c, slices.Compact([]int{1, 2, 3}), slices.Compact([]int{4}))
	w := []string{"a", "A", "b", "B", "c"}
	fmt.Println(slices.CompactFunc(w, strings.EqualFold), len(w))
	g := slices.Grow([]int{1}, 10)
	fmt.Println(g, cap(g) >= 11, cap(slices.Clip(g)))
	rev := []int{1, 2, 3, 4}
	slices.Reverse(rev)
	fmt.Println(rev)
	cat := slices.Concat([]int{1}, nil, []int{2, 3})
	fmt.Println(cat, slices.Concat[[]int]() == nil, slices.Repeat([]int{1, 2}, 3), slices.Repeat([]int{}, 5))

	m := []int{3, 1, 2}
	slices.Sort(m)
	fmt.Println(m, slices.IsSorted(m), slices.IsSorted([]int{2, 1}))
	words := []string{"delta", "alpha", "charlie", "bravo"}
	slices.Sort(words)
	fmt.Println(words)
	slices.SortFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	fmt.Println(words, slices.IsSortedFunc(words, func(a, b string) int { return len(a) - len(b) }))
	slices.SortStableFunc(words, func(a, b string) int { return -cmp.Compare(a[1], b[1]) })
	fmt.Println(words)
	fs := []float64{2, nan, math.Inf(-1), 0, nan, -3, math.Inf(1)}
	slices.Sort(fs)
	fmt.Println(fs, slices.IsSorted(fs))
	fmt.Println(slices.BinarySearch(fs, 0))
	fmt.Println(slices.IsSorted([]float64{1, nan}))
	fmt.Println(slices.BinarySearch([]int{1, 3, 5}, 3))
	fmt.Println(slices.BinarySearch([]int{1, 3, 5}, 4))
	fmt.Println(slices.BinarySearch(fs, nan))
	fmt.Println(slices.BinarySearchFunc([]string{"a", "bb", "dddd"}, 3, func(s string, n int) int { return len(s) - n }))
	fmt.Println(slices.Min(m), slices.Max(m), slices.Min([]float64{1, nan}), slices.Max([]string{"a", "c", "b"}))
	type pair struct{ k, v int }
	ps := []pair{{2, 0}, {1, 1}, {1, 2}, {2, 3}}
	byK := func(a, b pair) int { return a.k - b.k }
	fmt.Println(slices.MinFunc(ps, byK), slices.MaxFunc(ps, byK))

	for i, v := range slices.All([]string{"x", "y"}) {
		fmt.Print(i, v, " ")
	}
	for i, v := range slices.Backward([]string{"x", "y", "z"}) {
		if i == 0 {
			break
		}
		fmt.Print(i, v, " ")
	}
	for v := range slices.Values([]int{7, 8, 9}) {
		if v == 9 {
			break
		}
		fmt.Print(v, " ")
	}
	for chunk := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(chunk, cap(chunk), " ")
	}
	fmt.Println()
	fmt.Println(slices.Collect(slices.Values([]int{1, 2})), slices.Collect(slices.Values([]int(nil))) == nil)
	fmt.Println(slices.AppendSeq([]int{0}, slices.Values([]int{1, 2})))
	fmt.Println(slices.Sorted(slices.Values([]int{3, 1, 2})))
	fmt.Println(slices.SortedFunc(slices.Values([]int{3, 1, 2}), func(a, b int) int { return b - a }))
	fmt.Println(slices.SortedStableFunc(slices.Values(ps), byK))

	try("Insert", func() { slices.Insert([]int{1}, 2, 3) })
	try("Insert", func() { slices.Insert([]int{1}, -1) })
	try("Delete", func() { slices.Delete([]int{1, 2}, 1, 3) })
	try("Delete", func() { slices.Delete([]int{1, 2, 3}, 2, 1) })
	try("Replace", func() { slices.Replace([]int{1}, 0, 2) })
	try("Grow", func() { slices.Grow([]int{1}, -1) })
	try("Repeat", func() { slices.Repeat([]int{1}, -1) })
	try("Repeat", func() { slices.Repeat([]int{1, 2}, math.MaxInt) })
	try("Min", func() { slices.Min([]int{}) })
	try("Max", func() { slices.Max([]int{}) })
	try("MinFunc", func() { slices.MinFunc([]int{}, cmp.Compare[int]) })
	try("MaxFunc", func() { slices.MaxFunc([]int{}, cmp.Compare[int]) })
	try("Chunk", func() { slices.Chunk([]int{}, 0) })
}
