package main

type (
	Ints  []int
	Ints2 []int
	Ch    chan int
	Ch2   chan int
	S     struct{ a int }
	S2    struct{ a int }
	I     interface{ F() }
	T     struct{}
)

func (*T) F() {}

func gen[A, B any](a A, b B) {
	a = b // ERROR
	var x any = a
	a = x // ERROR
	a = nil // ERROR
	a = 1 // ERROR
	var y int = a // ERROR
	_ = y
}

func gen2[A ~[]int, B []int | [2]int, C ~int | ~string](a A, b B, c C) {
	var s []int = a
	s = b // ERROR
	a = s
	a = b // ERROR
	c = 1 // ERROR
	c = "a" // ERROR
	b = nil // ERROR
}

func main() {
	var a Ints
	var b Ints2 = a // ERROR
	var c Ch = Ch2(nil) // ERROR
	var d S = S2{} // ERROR
	var i I = T{} // ERROR
	var t *T = i // ERROR
	var u *T = any(t) // ERROR
	var x int = 1.5 // ERROR
	x = "a" // ERROR
	x = nil // ERROR
	x = true // ERROR
	x = int64(1) // ERROR
	var y float32 = float64(1) // ERROR
	var z byte = 300 // ERROR
	var p *int = &y // ERROR
	var q *any = &x // ERROR
	var e []any = []int{} // ERROR
	var f func(any) = func(int) {} // ERROR
	var g func() any = func() int { return 1 } // ERROR
	var m map[string]any = map[string]int{} // ERROR
	var h chan any = make(chan int) // ERROR
	var k [2]int = [3]int{} // ERROR
	var l <-chan int = (chan<- int)(nil) // ERROR
	var n struct{ a int } = struct{ b int }{} // ERROR
	var o struct{ a int } = struct{ a int `x` }{} // ERROR
	var r rune = "a" // ERROR
	var s string = 'a' // ERROR
	var v, w int = 1 // ERROR
	x, y = 1 // ERROR
	x = 1, 2 // ERROR
	x, y = y, x // ERROR
	_ = main
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = b, c, d, i, u, z, p, q, e, f, g, m, h, k, l, n, o, r, s
	_, _ = v, w
}
