package main

import "fmt"

type b struct{ s []string }

func (x *b) add(s string) *b       { x.s = append(x.s, s); return x }
func (x *b) each(f func(string)) *b {
	for _, s := range x.s {
		f(s)
	}
	return x
}
func (x b) len() int { return len(x.s) }

func mk() func() *b { return func() *b { return &b{} } }

type m map[string]func(...int) []int

func main() {
	n := mk()().
		add("a").
		add("b").
		each(func(s string) {
			fmt.Print(s, " ")
		}).
		len()
	fmt.Println(n)
	x := m{"f": func(a ...int) []int { return a }}
	fmt.Println(x["f"](1, 2, 3)[1:][0], len(x["f"]()))
	(*b).add(&b{}, "c").each(func(s string) { fmt.Println(s) })
	fs := []func() func() int{func() func() int { return func() int { return 4 } }}
	fmt.Println(fs[0]()(), [...]func(int) int{func(n int) int { return n * 2 }}[0](21))
	v := struct{ f func() *b }{mk()}
	fmt.Println(v.f().add("z").s[0][0])
	func(fs ...func()) {
		for _, f := range fs {
			f()
		}
	}(func() { fmt.Print("1 ") }, func() { fmt.Println("2") })
}
