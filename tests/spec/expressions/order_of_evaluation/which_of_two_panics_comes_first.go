package main

import "fmt"

type S struct{ v, w int }

type T struct {
	S
	s *S
}

func (s S) value(x, y int) int    { return x + y }
func (s *S) pointer(x, y int) int { return x + y }

type I interface{ M(x, y int) int }

var (
	global  int
	globalS S
)

func g(n int) int {
	fmt.Print("g", n, " ")
	return n
}

func two(x, y int) (int, int) { return x, y }

func try(n int, f func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S)) {
	a, m, s := []int{1, 2, 3}, map[int]int{}, &S{1, 2}
	global, globalS = 0, S{}
	defer func() {
		fmt.Println(n, recover(), a, m, *s, global, globalS)
	}()
	f(a, 5, 6, 0, -1, nil, "text", nil, map[any]int{}, []int{}, m, s)
}

func main() {
	for n, f := range statements {
		try(n, f)
	}
}

var statements = []func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S){
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v, w int; v, w = a[five], len(a[six:]); _, _ = v, w
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v int; v, s.v = a[five], a[six]; _ = v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v int; s.v, v = a[five], a[six]; _ = v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v int; s.v, v = 11, 5/zero; _ = v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v int; s.v, v = 11, a[six]; _ = v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v int; none.v, v = 11, 5/zero; _ = v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v int; none.v, v = 11, a[six]; _ = v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		global, s.v = 12, a[five]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		global, s.v = 12, five/zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		globalS, global = S{4, 5}, six % zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[0], a[1], a[six] = 7, a[0], 9
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[0], a[six], a[1] = 7, 8, 9
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		m[1], m[2] = 5, a[five]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		m[1], m[2] = 5, 6/zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		nothing["x"], m[2] = 5, a[five]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v int; v, m[3] = 4, six/zero; _ = v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var v int; m[3], v = six/zero, 4; _ = v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[1], _ = 5, 6/zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[g(0)], a[g(1)] = g(2), len(a[g(9):])
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		s.v, s.w = s.w, s.v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		*s, a[0] = S{a[0], 9}, s.v
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		i := 0; i, a[i] = 1, 2
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		i := 1; a[i], i = 9, a[i]; a[0] = i
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		x, y := 1, 2; x, y = y, x+y; a[x] = y
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[0], a[1], a[2] = a[2], a[0], a[1]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		p := s; p.v, p = 5, &S{7, 8}; a[p.v] = 0
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		arr := [3]int{1, 2, 3}; j := 1; arr[j], arr[0], j = arr[0], arr[j], 2; fmt.Println(arr, j)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		t := T{}; t.v, t.S, s.v = 3, S{4, 5}, t.v; fmt.Println(t.S)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		t := T{}; t.s.v, s.v = 3, a[five]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[five/zero] = a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[none.v] = a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[a[five]] = six / zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[none.v] = len(a[six:])
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		m[none.v] = a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		m[five/zero] = a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		m[len(a[five:])] = a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		m[g(1)+a[five]] = g(2) + a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		keys[bad] = a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		keys[bad] += six / zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		keys[bad] /= six / zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		m[a[five]] += six / zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		m[a[five]] /= six / zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		a[five] += six / zero
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		none.v += a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = a[five] + len(a[six:])
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = none.v + len(make([]int, minus*six))
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = five<<minus + e.(int)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = five/zero + g(1) + a[six]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = [5]int(a)[0] + e.(int)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = *e.(*int) + len(a[six:])
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = keys[bad] + e.(int)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = "abc"[five] + "abc"[g(1)]
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = append(a, a[five], six/zero)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = append(a, five/zero, a[six])
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = append(a, none.v, g(1))
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = []int{five / zero, g(2)}
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = S{none.v, e.(int)}
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = &S{a[five], len(a[six:])}
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = map[int]int{a[five]: six / zero}
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = map[int]int{len(a[five:]): six / zero}
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = map[int]int{1: a[five], 2: six / zero}
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_ = max(five/zero, g(1), a[six])
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		_, _ = two(five/zero, g(1))
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		none.value(e.(int), 1)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		none.value(a[five], 1)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		none.pointer(a[five], g(1))
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var i I; i.M(a[five], 1)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var i I; i.M(1, e.(int))
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		var f func(x, y int); f(a[five], six/zero)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		defer two(five/zero, len(a[six:]))
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		go two(five/zero, g(1))
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		if none.v+e.(int) > 0 { panic("no") }
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		switch a[five] { case e.(int): }
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		for range a[five] + len(a[six:]) { }
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		func() (int, int) { return a[five], six / zero }()
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		func() (int, int) { defer g(1); return a[five], six / zero }()
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		func() (x, y int) { defer g(1); x, y = a[five], six/zero; return }()
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		x, y := func() (x, y int) { defer func() { recover() }(); x, y = 1, 2; return 3, six / zero }(); fmt.Println(x, y)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		x, y := func() (x, y int) { defer func() { recover() }(); x, y = 1, six/zero; return }(); fmt.Println(x, y)
	},
	func(a []int, five, six, zero, minus int, none *S, e any, nothing map[string]int, keys map[any]int, bad any, m map[int]int, s *S) {
		x, y := func() (x, y int) { defer func() { recover() }(); x, y = six/zero, 1; return }(); fmt.Println(x, y)
	},
}
