package main

import "fmt"

type base struct {
	id   int
	name string
}

func (b base) Describe() string { return fmt.Sprintf("%d/%s", b.id, b.name) }
func (b *base) Rename(s string) { b.name = s }
func (b base) Kind() string     { return "base" }

type mid struct {
	base
	level int
}

func (m mid) Kind() string { return "mid over " + m.base.Kind() }

type top struct {
	*mid
	fmt.Stringer
	extra string
}

type named string

func (n named) String() string { return "named " + string(n) }

func main() {
	m := mid{base{1, "one"}, 5}
	m.Rename("uno")
	m.id++
	fmt.Println(m.Describe(), m.Kind(), m.name, m.base.name)
	t := top{&m, named("n"), "x"}
	t.Rename("dos")
	t.level = 7
	fmt.Println(t.Describe(), t.Kind(), m.level, t.mid.base.id, t.String())
	f := t.Describe
	t.Rename("tres")
	fmt.Println(f(), t.Describe())
	var d interface {
		Describe() string
		Rename(string)
	} = t
	d.Rename("x")
	fmt.Println(m.name)
}
