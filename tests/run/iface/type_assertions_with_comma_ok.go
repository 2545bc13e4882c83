package main

import "fmt"

type str string

func (s str) String() string { return "str:" + string(s) }

func main() {
	var x any = str("v")
	s, ok := x.(str)
	fmt.Println(s, ok)
	t, ok := x.(string)
	fmt.Printf("%q %v\n", t, ok)
	st, ok := x.(fmt.Stringer)
	fmt.Println(st, ok)
	e, ok := x.(error)
	fmt.Println(e, ok)
	var n any
	i, ok := n.(int)
	fmt.Println(i, ok)
	_, ok = n.(any)
	fmt.Println(ok)
	if v, ok := x.(interface{ String() string }); ok {
		fmt.Println(v.String())
	}
	var m = map[string]any{"list": []any{1, "two", map[string]any{"k": 3.5}}}
	fmt.Println(m["list"].([]any)[2].(map[string]any)["k"].(float64))
	type pair struct{ a, b any }
	var p any = pair{1, "b"}
	fmt.Println(p.(pair).b.(string) + "!")
	var ok2 bool
	_, ok2 = x.(str)
	fmt.Println(ok2)
	f, ok := any(fmt.Sprint).(func(...any) string)
	fmt.Println(f("x", 1), ok)
}
