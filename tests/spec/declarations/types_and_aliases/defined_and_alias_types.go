package main

import (
	"fmt"
	"sort"
	"strings"
)

type (
	Point struct{ x, y float64 }
	polar Point
	Tree  struct {
		left, right *Tree
		value       any
	}
	Block interface {
		Size() int
	}
	nodeList = []*Tree
	TimeZone int
	Mutex    struct{ locked bool }
	NewMutex Mutex
	PtrMutex *Mutex
	Printable struct{ Mutex }
	MyBlock  Block
)

const (
	EST TimeZone = -(5 + iota)
	CST
)

func (tz TimeZone) String() string { return fmt.Sprintf("GMT%+dh", tz) }
func (m *Mutex) Lock()            { m.locked = true }
func (t *Tree) Size() int {
	if t == nil {
		return 0
	}
	return 1 + t.left.Size() + t.right.Size()
}

type Set[T comparable] = map[T]struct{}
type Pair[A, B any] struct {
	a A
	b B
}
type Same[T any] = Pair[T, T]
type IntPair = Same[int]
type Vec[T any] = []T
type Fn[T, R any] = func(T) R
type Self[T any] interface{ Less(T) bool }
type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T)  { l.head = &node[T]{v, l.head}; l.n++ }
func (l List[_]) Len() int   { return l.n }
func (p Pair[X, Y]) Swap() Pair[Y, X] { return Pair[Y, X]{p.b, p.a} }

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type A1 = A2
type A2 = A3
type A3 struct{ next *A1 }
type F func(F) F
type M map[string]M
type C chan C
type I interface{ M(I) I }
type (
	X struct{ y *Y }
	Y struct{ x []X }
)

func keys[K comparable](s Set[K]) int { return len(s) }

func main() {
	p := polar(Point{1, 2})
	fmt.Println(p, Point(p), EST, CST, []TimeZone{EST})
	var nm NewMutex
	var pm PtrMutex = &Mutex{}
	(*Mutex)(pm).Lock()
	(*Mutex)(&nm).Lock()
	var pr Printable
	pr.Lock()
	fmt.Println(nm, pm.locked, pr.locked)
	var nl nodeList = []*Tree{{value: 1}, {left: &Tree{}, right: &Tree{left: &Tree{}}}}
	var b MyBlock = nl[1]
	var blk Block = b
	fmt.Println(b.Size(), blk.Size(), nl[0].Size())
	s := Set[string]{"a": {}, "b": {}}
	fmt.Println(keys(s), len(s), IntPair{1, 2}.Swap(), Same[string]{"x", "y"}.Swap().a, Pair[int, string]{1, "a"}.Swap())
	fmt.Printf("%T %T %T %T %T %T\n", s, IntPair{}, Vec[Vec[int]]{}, Fn[int, string](nil), p, nl)
	var l List[string]
	l.Push("a")
	l.Push("b")
	fmt.Println(l.Len(), l.head.v, l.head.next.v)
	ss := strings.Split("ccc a bb", " ")
	sort.Sort(byLen(ss))
	fmt.Println(ss)
	a := A1{}
	a.next = &A3{}
	var f F = func(g F) F { return g }
	m := M{"a": {"b": nil}}
	m["self"] = m
	c := make(C, 1)
	c <- c
	fmt.Println(f(f) != nil, len(m["self"]["self"]), <-c == c, a.next.next)
	x := X{&Y{[]X{{}}}}
	fmt.Println(x.y.x[0].y == nil)
	type local struct{ Point }
	type alias = local
	fmt.Printf("%T %+v\n", alias{}, alias{Point{1, 2}})
	type rec struct{ next *rec }
	type num int
	type (
		numAlias = num
		nums     []numAlias
	)
	fmt.Printf("%T %v\n", nums{1}[0], nums{1, 2})
	var e interface{ Size() int } = (*Tree)(nil)
	fmt.Println(e.Size())
	var any2 any = polar{}
	switch any2.(type) {
	case Point:
		fmt.Println("Point")
	case polar:
		fmt.Println("polar")
	}
}
