package main

import (
	"fmt"
	"math"
)

type Ints []int
type M map[string]float64
type S string

func gmin[T int | float64 | string](a, b, c T) (T, T) { return min(a, b, c), max(a, b, c) }
func gclear[T []int | map[int]int](x T) int            { clear(x); return len(x) }
func glen[T ~string | ~[]byte | [3]byte](x T) int       { return len(x) }
func gmake[T []int | Ints](n int) T   { return make(T, n) }
func gappend[S ~[]E, E any](s S, e ...E) S              { return append(s, e...) }
func gcopy[T ~[]byte | ~string](dst []byte, src T) int  { return copy(dst, src) }
func gdelete[M ~map[K]V, K comparable, V any](m M, k K) M { delete(m, k); return m }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s0 := []int{0, 0}
	s1 := append(s0, 2)
	s2 := append(s1, 3, 5, 7)
	s3 := append(s2, s0...)
	s4 := append(s3[3:6], s3[2:]...)
	var t []interface{}
	t = append(t, 42, 3.1415, "foo", nil)
	var b []byte
	b = append(b, "bar"...)
	b = append(b, S("é")...)
	fmt.Println(s1, s2, s3, s4, t, string(b), append(Ints(nil), s0...), append([]any{}, t...))
	fmt.Printf("%T %v %v\n", append(Ints{}, 1), append([]int(nil)) == nil, append([]int{}) == nil)
	var a = [...]int{0, 1, 2, 3, 4, 5, 6, 7}
	var s = make([]int, 6)
	var c = make([]byte, 5)
	n1 := copy(s, a[0:])
	n2 := copy(s, s[2:])
	n3 := copy(c, "Hello, World!")
	n4 := copy(a[2:], a[:])
	n5 := copy(c[3:], S("xyz"))
	fmt.Println(n1, n2, s, n3, string(c), n4, a, n5, copy([]int(nil), s))
	m := M{"a": 1, "b": 2}
	delete(m, "a")
	delete(m, "zz")
	delete(M(nil), "x")
	fmt.Println(m, len(m))
	nan := M{"n": math.NaN()}
	clear(nan)
	clear(a[1:3])
	clear([]string(nil))
	fmt.Println(nan, a)
	ch := make(chan int, 4)
	ch <- 1
	fmt.Println(len(ch), cap(ch), len("é"), len([3]int{}), cap([3]int{}), len(&a), cap(a[2:4]), cap(a[2:4:5]), len([]int(nil)), len(map[int]int(nil)), cap((chan int)(nil)))
	const (
		c1 = len([10]float64{2})
		c2 = len([10]float64{imag(2i)})
		c3 = len("const") + cap([2]int{})
		c4 = min(1, 2.5, 'a') + max(3, 2)
		c5 = real(3+4i) * imag(3+4i)
		c6 = complex(1, c5)
		c7 = min("b", "a", "c") + max("x", "")
	)
	fmt.Println(c1, c2, c3, c4, c5, c6, c7)
	var f32 float32 = 2
	x, y := 3, 7
	z := complex(f32, 1)
	w := complex(float64(x), 2.5)
	fmt.Printf("%T %v %T %v %T %v\n", z, z, w, w, real(z), imag(w))
	fmt.Println(min(x, y), max(x, y, 10), min(2.5, float64(x)), max("a", string(rune('a'+x))), min(x), max(1.5, f32), min(math.NaN(), 1), max(1, math.NaN()), min(0.0, math.Copysign(0, -1)), math.Signbit(min(0.0, math.Copysign(0, -1))), math.Signbit(max(math.Copysign(0, -1), 0)))
	fmt.Println(gmin(3, 1, 2))
	fmt.Println(gmin("b", "c", "a"))
	fmt.Println(gmin(math.Inf(1), -1, 0))
	fmt.Println(gclear([]int{1, 2}), gclear(map[int]int{1: 1}), glen("abc"), glen([]byte{1}), glen([3]byte{}), len(gmake[[]int](3)), cap(gmake[Ints](2)))
	fmt.Println(gappend(Ints{1}, 2, 3), gcopy(c, "zz"), gcopy(c, []byte{65}), string(c), gdelete(map[int]bool{1: true, 2: false}, 1))
	p := new(int)
	q := new(struct{ a [2]string })
	r := new(x + 1)
	u := new(S("v"))
	*p, q.a[1] = 4, "q"
	fmt.Println(*p, *q, *r, *u, *new(float32), **new(new(5)), *new([]int) == nil)
	sl := make([]int, 2, 10)
	fmt.Println(sl, cap(sl), sl[:4], len(make([]int, 0)), len(make(map[string]int, 100)), cap(make(chan int)), len(make([]int, uint8(3))), len(make([]struct{}, 1<<40)), len(make(Ints, 2.0, 3.0)))
	n := -1
	try(func() { _ = make([]int, n) })
	try(func() { _ = make([]int, 1, n) })
	try(func() { _ = make([]int, 2, -n) })
	try(func() { _ = make([]int64, 1<<62) })
	try(func() { _ = make(chan int, n) })
	try(func() { fmt.Println(len(make(map[int]int, n))) })
	try(func() { close(ch); fmt.Println(<-ch, len(ch)); close(ch) })
	try(func() { var c chan int; close(c) })
	try(func() { panic(fmt.Sprintf("%d", 5)) })
	try(func() { panic(error(nil)) })
	try(func() { var m M; m["a"] = 1 })
	print()
	println()
	print("a", 1, -2, 'x', true, "\n")
	println("b", 1.5, float32(0.1), 1e100, 2i, uint8(3), nil == any(nil), int64(math.MinInt64), uint64(math.MaxUint64))
	println(S("named"), M(nil) == nil, "multi", "args")
}
