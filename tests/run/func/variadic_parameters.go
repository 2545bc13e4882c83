package main

import "fmt"

func f(prefix string, ns ...int) string {
	return fmt.Sprint(prefix, len(ns), ns == nil, ns)
}

func change(ns ...int) { ns[0] = 99 }

func anys(a ...any) int { return len(a) }

func nested(ss ...[]string) int { return len(ss) }

func main() {
	fmt.Println(f("a"), f("b", 1), f("c", 1, 2, 3), f("d", []int{4, 5}...), f("e", nil...), f("f", []int{}...))
	s := []int{1, 2}
	change(s...)
	fmt.Println(s)
	x := 1
	change(x)
	fmt.Println(x)
	fmt.Println(anys(), anys(nil), anys(nil...), anys(1, "a"), anys([]int{1, 2}), anys([]any{1, 2}...), anys([]any{1, 2}))
	fmt.Println(nested([]string{"a"}, nil))
	g := func(fs ...func() int) (t int) {
		for _, f := range fs {
			t += f()
		}
		return
	}
	fmt.Println(g(func() int { return 1 }, func() int { return 2 }))
	type args []any
	fmt.Println(anys(args{1, 2, 3}...))
}
