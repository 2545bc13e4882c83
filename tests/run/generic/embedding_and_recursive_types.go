package main

import (
	"cmp"
	"fmt"
)

type Tree[K cmp.Ordered, V any] struct {
	left, right *Tree[K, V]
	key         K
	val         V
}

func (t *Tree[K, V]) Put(k K, v V) *Tree[K, V] {
	switch {
	case t == nil:
		return &Tree[K, V]{key: k, val: v}
	case k < t.key:
		t.left = t.left.Put(k, v)
	case k > t.key:
		t.right = t.right.Put(k, v)
	default:
		t.val = v
	}
	return t
}

func (t *Tree[K, V]) Walk(f func(K, V) bool) bool {
	return t == nil || t.left.Walk(f) && f(t.key, t.val) && t.right.Walk(f)
}

type Base[T any] struct{ val T }

func (b *Base[T]) Set(v T) { b.val = v }
func (b Base[T]) Get() T   { return b.val }

type Derived[T any] struct {
	Base[T]
	*Extra[T, string]
	name string
}

type Extra[A, B any] struct {
	a A
	b B
}

func (e Extra[A, B]) Both() string { return fmt.Sprint(e.a, e.b) }

type Getter[T any] interface{ Get() T }

func use[T any](g Getter[T]) T { return g.Get() }

func main() {
	var t *Tree[string, int]
	for i, k := range []string{"m", "c", "x", "a", "d", "m"} {
		t = t.Put(k, i)
	}
	t.Walk(func(k string, v int) bool { fmt.Print(k, v, " "); return k != "d" })
	fmt.Println()
	d := Derived[int]{name: "d", Extra: &Extra[int, string]{1, "e"}}
	d.Set(42)
	fmt.Println(d.Get(), d.val, d.Both(), d.a, use[int](d))
	var g Getter[int] = &d
	d.Set(7)
	fmt.Println(g.Get(), use(g))
}
