package main

type T [2]T // ERROR
type T2 struct{ f [1]T2 } // ERROR
type (
	A [len(B{})]int // ERROR
	B [len(A{})]int
)

func main() {
	n := 3
	var a [n]int // ERROR
	var b [...]int // ERROR
	var c [-1]int // ERROR
	var d ["3"]int // ERROR
	var e [1.0]int
	var f [3]int = [4]int{} // ERROR
	var g [3]int = [3]int32{} // ERROR
	_ = e[1] // ERROR
	_ = e[-1] // ERROR
	_ = e["a"] // ERROR
	_ = e[1.0] // ERROR
	_ = e[0.5] // ERROR
	_ = [2]int{1, 2, 3} // ERROR
	_ = [2]int{2: 1} // ERROR
	_ = [2]int{0: 1, 0: 2} // ERROR
	_ = [...]int{n: 1} // ERROR
	_ = [2][]int{} == [2][]int{} // ERROR
	_ = [2]int{} == [3]int{} // ERROR
	_ = [2]int{} < [2]int{} // ERROR
	_ = [2]func(){} == [2]func(){} // ERROR
	_ = append(e, 1) // ERROR
	_ = e[1:0] // ERROR
	_ = e[2:] // ERROR
	_ = [2]int{}[:] // ERROR
	var m map[[2][]int]int // ERROR
	e = nil // ERROR
	for i, j, k := range e { // ERROR
	}
	_, _, _, _, _, _, _ = a, b, c, d, f, g, m
}
