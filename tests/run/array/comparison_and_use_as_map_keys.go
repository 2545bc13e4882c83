package main

import "fmt"

func main() {
	a := [2]string{"x", "y"}
	b := [2]string{"x", "y"}
	fmt.Println(a == b, a != b, &a == &b)
	b[1] += "!"
	fmt.Println(a == b)
	m := map[[2]int]string{{1, 2}: "a", {3, 4}: "b"}
	k := [2]int{1, 2}
	fmt.Println(m[k], m[[2]int{3, 4}], m[[2]int{5}] == "")
	k[0] = 3
	k[1]++
	k[1]++
	fmt.Println(m[k])
	x := [3]any{1, "a", nil}
	y := [3]any{1, "a", nil}
	fmt.Println(x == y)
	f := [2]float64{0, 1}
	g := f
	g[0] = -g[0]
	fmt.Println(f == g, [0]int{} == [0]int{})
	deep := [2][2][2]int8{{{1}}}
	deep2 := deep
	fmt.Println(deep == deep2)
	deep2[1][1][1] = 1
	fmt.Println(deep == deep2)
}
