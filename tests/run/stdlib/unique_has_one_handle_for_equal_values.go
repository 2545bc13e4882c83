package main

import (
	"fmt"
	"structs"
	"unique"
)

type pair struct {
	_    structs.HostLayout
	a, b string
}

type myString string

func main() {
	a, b, c := unique.Make("x"), unique.Make("x"), unique.Make("y")
	fmt.Println(a == b, a == c, a.Value(), c.Value())
	p, q := unique.Make(pair{a: "1", b: "2"}), unique.Make(pair{a: "1", b: "2"})
	fmt.Println(p == q, p.Value().b)
	var i, j unique.Handle[any] = unique.Make[any]("x"), unique.Make[any](myString("x"))
	fmt.Println(i == j, i == unique.Make[any]("x"), i.Value(), j.Value())
	seen := map[unique.Handle[string]]int{}
	for _, s := range []string{"a", "b", "a", "c", "a"} {
		seen[unique.Make(s)]++
	}
	fmt.Println(len(seen), seen[unique.Make("a")])
	var zero unique.Handle[int]
	fmt.Println(zero == unique.Make(0), zero == unique.Handle[int]{})
}
