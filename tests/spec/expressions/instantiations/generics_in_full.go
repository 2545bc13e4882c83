package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}
type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

func Map[S ~[]E, E, R any](s S, f func(E) R) []R {
	r := make([]R, 0, len(s))
	for _, e := range s {
		r = append(r, f(e))
	}
	return r
}
func Reduce[T, A any](s []T, init A, f func(A, T) A) A {
	for _, e := range s {
		init = f(init, e)
	}
	return init
}
func Filter[S ~[]E, E any](s S, p func(E) bool) (r S) {
	for _, e := range s {
		if p(e) {
			r = append(r, e)
		}
	}
	return
}
func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func Ptr[T any](v T) *T     { return &v }
func Zero[T any]() (z T)    { return }
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	r := make([]K, 0, len(m))
	for k := range m {
		r = append(r, k)
	}
	sort.Slice(r, func(i, j int) bool { return r[i] < r[j] })
	return r
}

type Setter[T any] interface {
	*T
	Set(string)
}
type conf struct{ s string }

func (c *conf) Set(s string) { c.s = s }
func FromStrings[T any, PT Setter[T]](s []string) []T {
	r := make([]T, len(s))
	for i, v := range s {
		PT(&r[i]).Set(v)
	}
	return r
}

type Tree[T any] struct {
	root *treeNode[T]
	cmp  func(T, T) int
	n    int
}
type treeNode[T any] struct {
	v    T
	l, r *treeNode[T]
}

func NewTree[T cmp.Ordered]() *Tree[T] { return &Tree[T]{cmp: cmp.Compare[T]} }
func (t *Tree[T]) Insert(v T) bool {
	p := &t.root
	for *p != nil {
		switch c := t.cmp(v, (*p).v); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			return false
		}
	}
	*p = &treeNode[T]{v: v}
	t.n++
	return true
}
func (t *Tree[T]) All(yield func(T) bool) { t.root.all(yield) }
func (n *treeNode[T]) all(yield func(T) bool) bool {
	return n == nil || n.l.all(yield) && yield(n.v) && n.r.all(yield)
}

type Option[T any] func(*T)

func Apply[T any](t *T, opts ...Option[T]) *T {
	for _, o := range opts {
		o(t)
	}
	return t
}

type Result[T any] struct {
	v   T
	err error
}

func Try[T any](f func() (T, error)) (r Result[T]) {
	defer func() {
		if x := recover(); x != nil {
			r.err = fmt.Errorf("recovered: %v", x)
		}
	}()
	v, err := f()
	return Result[T]{v, err}
}
func (r Result[T]) OrElse(v T) T {
	if r.err != nil {
		return v
	}
	return r.v
}

type Matrix[T Number, Row ~[]T] []Row

func (m Matrix[T, Row]) Sum() (t T) {
	for _, r := range m {
		t += Sum(r...)
	}
	return
}


func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case []T:
		return "[]T"
	case interface{ String() string }:
		return "stringer"
	case error:
		return "error"
	}
	var p *T
	switch any(p).(type) {
	case *string:
		return "string"
	case *float64:
		return "float64"
	}
	return fmt.Sprintf("%T", x)
}
func equal[T comparable](a, b T) bool { return a == b }
func size[T ~[]byte | ~string](x T) (n int) {
	for i := range len(x) {
		n += int(x[i])
	}
	return n + len(x[1:])
}
func chanOf[T any](xs ...T) <-chan T {
	c := make(chan T, len(xs))
	for _, x := range xs {
		c <- x
	}
	close(c)
	return c
}
func collect[C ~<-chan T | ~chan T, T any](c C) (r []T) {
	for x := range c {
		r = append(r, x)
	}
	return
}

type Counter[K comparable] map[K]int

func (c Counter[K]) Add(k K) Counter[K] { c[k]++; return c }

type embed[T any] struct {
	Result[T]
	*Tree[string]
}

func count[T any]() func() int {
	n := 0
	return func() int { n++; return n }
}

type List[T any] struct {
	next *List[T]
	val  T
}

func (l *List[T]) Push(v T) *List[T] { return &List[T]{l, v} }
func depth[T any](n int, x T) string {
	if n == 0 {
		return fmt.Sprintf("%T", x)
	}
	return depth(n-1, struct{ v string }{fmt.Sprint(x)})
}

func main() {
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i) }), Map([]MyInt{1}, MyInt.String), Reduce([]int{1, 2, 3}, "", func(a string, i int) string { return a + fmt.Sprint(i) }))
	type ints []int
	fmt.Printf("%T %v\n", Filter(ints{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }), Sum(1.5, 2), )
	fmt.Println(Sum[MyInt](1, 2), Sum[int8](100, 100), *Ptr(3), *Ptr[any](nil), Zero[*int]() == nil, Zero[[2]string](), Keys(map[string]int{"b": 1, "a": 2}), Keys(Counter[float64]{2.5: 1, 1.5: 2}))
	fmt.Println(FromStrings[conf]([]string{"a", "b"}))
	t := NewTree[string]()
	for _, s := range strings.Fields("the quick brown fox the lazy dog") {
		t.Insert(s)
	}
	for s := range t.All {
		if s == "quick" {
			break
		}
		fmt.Print(s, " ")
	}
	fmt.Println(t.n)
	fmt.Println(*Apply(&conf{}, func(c *conf) { c.s = "x" }, func(c *conf) { c.s += "y" }))
	fmt.Println(Try(func() (int, error) { return 1, nil }).OrElse(9), Try(func() (string, error) { return "", errors.New("e") }).OrElse("else"), Try(func() (int, error) { var a []int; return a[3], nil }).err)
	fmt.Println(Matrix[int, []int]{{1, 2}, {3}}.Sum(), Matrix[MyInt, []MyInt]{{4}}.Sum())
	fmt.Println(kind(1), kind(MyInt(1)), kind(errors.New("")), kind("s"), kind(1.5), kind([]int{}), kind([][]int{}), kind(struct{}{}))
	fmt.Println(equal(1, 1), equal[any](1, "a"), equal[any](nil, nil), equal(struct{ a any }{1}, struct{ a any }{1}), size("abc"), size([]byte{1, 2}))
	fmt.Println(collect(chanOf(1, 2, 3)), collect(chanOf[any](nil, "x")), Counter[[2]int]{}.Add([2]int{1, 2}).Add([2]int{1, 2}))
	e := embed[int]{Result[int]{7, nil}, t}
	fmt.Println(e.OrElse(1), e.Insert("aardvark"), e.n, e.Result.v)
	c1, c2 := count[int](), count[string]()
	c1()
	fmt.Println(c1(), c2())
	var l *List[MyInt]
	for i := range 3 {
		l = l.Push(MyInt(i))
	}
	fmt.Println(l.val, l.next.val, l.next.next.next == nil)
	fmt.Println(depth(0, 1), depth(3, 1))
	f := Sum[float64]
	g := Map[[]int, int, bool]
	var h func([]string, func(string) int) []int = Map
	fmt.Println(f(1, 2), g([]int{1}, func(i int) bool { return i > 0 }), h([]string{"abc"}, func(s string) int { return len(s) }))
	fmt.Printf("%T %T %T %T\n", t, e, Option[conf](nil), Matrix[int, []int]{})
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(equal[any]([]int{}, []int{}))
	}()
	ap := []func(...int) int{Sum[int], func(...int) int { return -1 }}
	fmt.Println(ap[0](1, 2), ap[1]())
	sort.Sort(byKey[string, int]{{"b", 1}, {"a", 2}})
	bk := byKey[int, string]{{3, "c"}, {1, "a"}}
	sort.Sort(bk)
	fmt.Println(bk)
}

type pair[K cmp.Ordered, V any] struct {
	k K
	v V
}
type byKey[K cmp.Ordered, V any] []pair[K, V]

func (b byKey[K, V]) Len() int           { return len(b) }
func (b byKey[K, V]) Less(i, j int) bool { return b[i].k < b[j].k }
func (b byKey[K, V]) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }
