package main

import (
	"fmt"
	"sort"
	"strings"
)

type Lesser[T any] interface{ Less(T) bool }

type age int

func (a age) Less(b age) bool { return a < b }

func Sort[T Lesser[T]](s []T) {
	sort.Slice(s, func(i, j int) bool { return s[i].Less(s[j]) })
}

type Setter[T any] interface {
	*T
	Set(string)
}

type conf struct{ v string }

func (c *conf) Set(s string) { c.v = strings.ToUpper(s) }

func Parse[T any, P Setter[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).Set(s)
	}
	return out
}

func Join[T fmt.Stringer](ts ...T) string {
	var b strings.Builder
	for _, t := range ts {
		b.WriteString(t.String() + ";")
	}
	return b.String()
}

type id int

func (i id) String() string { return fmt.Sprintf("#%d", int(i)) }

func Eq[T comparable](a, b T) bool { return a == b }

func main() {
	a := []age{3, 1, 2}
	Sort(a)
	fmt.Println(a)
	fmt.Println(Parse[conf]([]string{"x", "y"}))
	fmt.Println(Join(id(1), id(2)), Join[fmt.Stringer](id(3)))
	fmt.Println(Eq(1, 1), Eq("a", "b"), Eq[any](1, "1"), Eq([2]int{1}, [2]int{1, 0}), Eq(&a, &a))
}
