// Elements at constant indices, and at a number more or less than a variable's: of words, bytes and others, and out of range.
package main

import "fmt"

type cell struct{ v int }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	a := []int{10, 20, 30, 40}
	f := []float64{0.5, 1.5}
	b := []byte("bytes")
	s := "string"
	p := []*cell{{1}, {2}}
	i8 := []int8{-1, -2}
	words := []string{"x", "y"}
	i := 1
	fmt.Println(a[0], a[3], a[i], a[i+1], a[i-1], a[1+i], a[len(a)-1], a[i+2-1])
	fmt.Println(f[0]+f[i], f[i-1]*f[1], b[0], b[i+1], s[0], s[i+2], s[len(s)-1])
	fmt.Println(p[0].v, p[i].v, p[i-1].v, i8[1], i8[i-1], words[1], words[i-1])
	a[0]++
	a[i+1] += 5
	a[i-1] *= 2
	a[3], a[0] = a[0], a[3]
	a[i+1], a[i] = a[i], a[i+1]
	fmt.Println(a)
	n := len(a) - 1
	for j := 0; j < n; j++ {
		if a[j] > a[j+1] {
			a[j], a[j+1] = a[j+1], a[j]
		}
	}
	fmt.Println(a, i)
	k := i + 1
	fmt.Println(a[k], k, a[k-2])
	x := a[i+1] + a[i+1]*a[0]
	fmt.Println(x)
	var u uint = 1
	var u8 uint8 = 255
	fmt.Println(a[u+1], a[u-1], a[u8+1])
	try(func() { fmt.Println(a[i+7]) })
	try(func() { fmt.Println(a[i-3]) })
	try(func() { fmt.Println(a[u-2]) })
	try(func() { fmt.Println(s[i+100]) })
	try(func() { fmt.Println(b[i-2]) })
	var none []int
	try(func() { fmt.Println(none[0]) })
	var empty string
	try(func() { fmt.Println(empty[3]) })
	try(func() { fmt.Println(a[:2][3]) })
	long := make([]int, 70000)
	long[69999] = 9
	fmt.Println(long[69999], long[i+69998], long[65535])
	g := func(v []int) int { return v[0] - v[len(v)-1] }
	fmt.Println(g(a), a[g([]int{3, 2})])
	var wide [6]string
	for q := range wide {
		wide[q] = fmt.Sprint(q)
	}
	one, two, three, four, five := wide[0], wide[1], wide[2], wide[3], wide[4]
	all := func() string { return one + two + three + four + five }
	fmt.Println(all())
	type quad struct{ a, b, c, d int }
	held := quad{1, 2, 3, 4}
	triple := []int{7, 8}
	show := func() { fmt.Println(held, triple, held.d) }
	show()
	show()
}
