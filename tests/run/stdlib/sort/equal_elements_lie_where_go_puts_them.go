package main

import (
	"fmt"
	"slices"
	"sort"
)

var state uint64 = 12345

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>11) % n
}

type item struct{ key, id int }

type byKey []item

func (s byKey) Len() int           { return len(s) }
func (s byKey) Less(i, j int) bool { return s[i].key < s[j].key }
func (s byKey) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

func fill(shape, n, keys int) []item {
	s := make([]item, n)
	for i := range s {
		k := random(keys)
		switch shape {
		case 1:
			k = i * keys / n
		case 2:
			k = (n - i) * keys / n
		case 3:
			k = i % keys
		case 4:
			k = i*keys/n + random(2)*random(keys)/8
		case 5:
			k = max(i, n-i) % keys
		case 6:
			if i < n/2 {
				k = i
			} else {
				k = n - i
			}
		case 7:
			k = i ^ (i >> 3)
		}
		s[i] = item{k, i}
	}
	return s
}

func hash(s []item) uint64 {
	h := uint64(14695981039346656037)
	for i, x := range s {
		if i > 0 && s[i-1].key > x.key {
			fmt.Println("not sorted")
		}
		h = (h ^ uint64(x.id)) * 1099511628211
	}
	return h
}

func main() {
	byLess := func(a, b item) int { return a.key - b.key }
	for _, n := range []int{0, 1, 2, 3, 7, 11, 12, 13, 20, 21, 40, 49, 50, 51, 79, 100, 128, 200, 333, 500, 1000} {
		for shape := range 8 {
			for _, keys := range []int{1, 2, 5, 17, 200} {
				a := fill(shape, n, keys)
				b, c, d, e, f := slices.Clone(a), slices.Clone(a), slices.Clone(a), slices.Clone(a), slices.Clone(a)
				compares := 0
				sort.Sort(byKey(a))
				sort.Slice(b, func(i, j int) bool { compares++; return b[i].key < b[j].key })
				slices.SortFunc(c, byLess)
				h := hash(a)
				if hash(b) != h || hash(c) != h {
					fmt.Println("sorts differ", n, shape, keys)
				}
				sort.Stable(byKey(d))
				sort.SliceStable(e, func(i, j int) bool { return e[i].key < e[j].key })
				stableCompares := 0
				slices.SortStableFunc(f, func(a, b item) int { stableCompares++; return a.key - b.key })
				g := hash(d)
				if hash(e) != g || hash(f) != g {
					fmt.Println("stable sorts differ", n, shape, keys)
				}
				if n <= 51 || keys == 17 {
					fmt.Println(n, shape, keys, h, compares, g, stableCompares)
				}
			}
		}
	}

	// Quadratic inputs for naive pivots: the heap takes over.
	killer := adversary(600)
	compares := 0
	sort.Slice(killer, func(i, j int) bool { compares++; return killer[i] < killer[j] })
	fmt.Println(sort.IntsAreSorted(killer), compares)
	sort.Sort(sort.Reverse(sort.IntSlice(killer)))
	fmt.Println(killer[:5])
	again := adversary(2000)
	slices.Sort(again)
	fmt.Println(slices.IsSorted(again))
}

// adversary answers comparisons so that the sort does badly (McIlroy).
func adversary(n int) []int {
	values := make([]int, n)
	gas := n - 1
	for i := range values {
		values[i] = gas
	}
	solid, candidate := 0, 0
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.Sort(&foe{order, values, &solid, &candidate, gas})
	return values
}

type foe struct {
	order, values    []int
	solid, candidate *int
	gas              int
}

func (f *foe) Len() int      { return len(f.order) }
func (f *foe) Swap(i, j int) { f.order[i], f.order[j] = f.order[j], f.order[i] }
func (f *foe) Less(i, j int) bool {
	x, y := f.order[i], f.order[j]
	if f.values[x] == f.gas && f.values[y] == f.gas {
		if x == *f.candidate {
			f.values[x] = *f.solid
		} else {
			f.values[y] = *f.solid
		}
		*f.solid++
	}
	if f.values[x] == f.gas {
		*f.candidate = x
	} else if f.values[y] == f.gas {
		*f.candidate = y
	}
	return f.values[x] < f.values[y]
}
