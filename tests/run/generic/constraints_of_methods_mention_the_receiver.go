package main

import "fmt"

type Opt[T any] struct {
	x  T
	ok bool
}

func (o *Opt[T]) Set[U any, F ~func(U) T](u U, f F) (old T) {
	old, o.x, o.ok = o.x, f(u), true
	return
}

func (o Opt[T]) Into[S ~[]T](s S) S { return append(s, o.x) }

type keyed[K any] interface{ Key() K }
type named string

func (n named) Key() string { return string(n) }

func (o Opt[T]) Find[V keyed[T]](vs ...V) (n int) {
	for _, v := range vs {
		if any(v.Key()) == any(o.x) {
			n++
		}
	}
	return
}

func main() {
	var o Opt[int]
	fmt.Println(o.Set("abc", func(s string) int { return len(s) }), o)
	fmt.Println((*Opt[int]).Set[bool, func(bool) int](&o, true, func(bool) int { return 9 }), o)
	type list []int
	fmt.Println(o.Into(list{1}))
	f := o.Into[list]
	fmt.Printf("%T %v\n", f, f(nil))
	p := Opt[string]{"k", true}
	fmt.Println(p.Find(named("k"), named("j")), p.Find[named]())
}
