package main

import "fmt"

type t struct{ a int }

func (v t) ok() bool { return v.a > 0 }

func main() {
	if (t{1}).ok() {
		fmt.Println("parenthesised")
	}
	if v := (t{2}); v.ok() {
		fmt.Println(v)
	}
	for _, x := range []t{{1}, {2}} {
		fmt.Print(x)
	}
	for k := range map[string]t{"k": {3}} {
		fmt.Println(k)
	}
	if f := func() bool { return t{0}.ok() }; !f() {
		fmt.Println("function in header")
	}
	switch x := (t{5}); x {
	case t{5}:
		fmt.Println("case literal")
	}
	switch (t{6}) {
	case t{6}:
		fmt.Println("tag literal")
	}
	if m := map[string]int{"a": 1}; m["a"] == 1 {
		fmt.Println("map literal")
	}
	if [2]int{1, 2}[1] == 2 {
		fmt.Println("array literal")
	}
	if len([]int{1}) == 1 && struct{ b bool }{true}.b {
		fmt.Println("struct literal")
	}
	for i := (t{0}); i.a < 2; i.a++ {
		fmt.Print(i.a)
	}
	fmt.Println(func() int { return 9 }())
	if x := interface{}(t{1}); x != nil {
		fmt.Println("conversion")
	}
}
