package main

import "fmt"

type T struct{ a int }

func (tv T) Mv(a int) string   { return fmt.Sprint("Mv", tv.a, a) }
func (tp *T) Mp(f float64) string { tp.a++; return fmt.Sprint("Mp", tp.a, f) }

type I interface{ Mv(int) string }
type E struct {
	*T
	I2
}
type I2 interface{ Other() }
type G[T any] struct{ v T }

func (g G[T]) Get(n int) []T { return []T{g.v} }
func (g *G[T]) Set(v T) *G[T] { g.v = v; return g }

type F func(int) int

func (f F) Apply(x int) int { return f(x) }

var calls []string

func get(name string, t *T) *T { calls = append(calls, name); return t }

func main() {
	t := T{1}
	pt := &t
	f := t.Mv
	g := pt.Mv
	h := pt.Mp
	k := t.Mp
	t.a = 10
	fmt.Println(f(7), g(7), h(1.5), k(2), t.a)
	fmt.Println(T.Mv(t, 7), (T).Mv(t, 7), (*T).Mp(&t, 1), (*T).Mv(&t, 3), I.Mv(t, 5), I.Mv(&t, 6))
	var i I = t
	m := i.Mv
	i = T{99}
	fmt.Println(m(1), i.Mv(1))
	e := E{T: &t}
	n := e.Mv
	p := e.Mp
	e.T = &T{50}
	fmt.Println(n(1), p(1), e.Mv(1), E.Mv(e, 2), (*E).Mp(&e, 2))
	fmt.Printf("%T %T %T %T %T\n", t.Mv, T.Mv, (*T).Mp, I.Mv, E.Mv)
	gs := G[string]{"g"}
	q := gs.Get
	r := gs.Set
	r("changed")
	fmt.Println(q(0), gs.v, G[int].Get(G[int]{3}, 1), (*G[int]).Set(&G[int]{}, 4).v)
	fmt.Println(F(func(x int) int { return x * 2 }).Apply(4), F.Apply(func(x int) int { return x + 1 }, 4))
	defer func() { fmt.Println(recover(), calls) }()
	u := get("value", &t).Mv
	calls = append(calls, "between")
	u(1)
	fs := []func(int) string{t.Mv, (&T{3}).Mv, T{4}.Mv}
	for _, f := range fs {
		fmt.Print(f(0), " ")
	}
	fmt.Println(struct{ T }{T{8}}.Mv(1), interface{ Mv(int) string }(t).Mv(2))
	var np *T
	v := np.Mp
	fmt.Println(v != nil)
	w := (*T).Mv
	fmt.Println(w != nil)
	_ = np.Mv // a copy of what it points to
}
