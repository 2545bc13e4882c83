package main

import "fmt"

type (
	Ints   []int
	Fn     func(int) string
	Ch     chan int
	M      map[string]Ints
	P      *int
	S      struct{ a int }
	I      interface{ F() int }
	J      interface{ F() int; G() }
	Both   struct{}
	Strs   = []string
	Byte   byte
	Arr    [2]int
)

func (Both) F() int { return 1 }
func (Both) G()     {}

func gen[T []int | Ints](x []int) T { return x }
func gen2[T ~int](x T) int          { return int(x) + 1 }
func null[T *int | []int | func()]() T {
	return nil
}
func konst[T int8 | float64]() T { return 100 }
func iface[T I](x T) I           { return x }

func variadic(xs ...any) int { return len(xs) }

func main() {
	var a Ints = []int{1}
	var b []int = a
	var f Fn = func(i int) string { return fmt.Sprint(i) }
	var g func(int) string = f
	var c Ch = make(chan int, 1)
	var d <-chan int = c
	var e chan<- int = c
	var h chan int = c
	var m M = map[string]Ints{"a": {1}}
	var n map[string]Ints = m
	var p P = new(int)
	var q *int = p
	var s S = struct{ a int }{5}
	var t struct{ a int } = s
	var arr Arr = [2]int{1, 2}
	var arr2 [2]int = arr
	var j J = Both{}
	var i I = j
	var k any = i
	fmt.Println(a, b, f(1), g(2), d != nil, e != nil, h == c, n, *q, t, arr2, i.F(), k)
	var (
		np *int           = nil
		ns []int          = nil
		nm map[string]int = nil
		nc chan int       = nil
		nf func()         = nil
		ni any            = nil
		nI I              = nil
		nP P              = nil
		nS Ints           = nil
	)
	fmt.Println(np == nil, ns == nil, nm == nil, nc == nil, nf == nil, ni == nil, nI == nil, nP == nil, nS == nil)
	var u8 uint8 = 255.0
	var r rune = 'x' + 0.0
	var f32 float32 = 1 << 10
	var c64 complex64 = 'a'
	var by Byte = 'b'
	var k2 any = 'c'
	var bo bool = 1 < 2
	fmt.Println(u8, r, f32, c64, by, k2, bo)
	fmt.Println(gen[Ints]([]int{1, 2}), gen[[]int](a), gen2(Byte2(4)), null[*int]() == nil, null[func()]() == nil, konst[int8](), konst[float64]())
	fmt.Println(iface(Both{}).F(), iface(i).F(), variadic(a, nil, s), variadic([]any{1, 2}...), variadic(f(1), 2))
	var e1, e2 error = fmt.Errorf("x"), error(nil)
	e2, e1 = e1, e2
	fmt.Println(e1, e2)
	x, y := 1, 2.5
	var z float64 = float64(x) * y
	z, x = y, int(z)
	fmt.Println(x, y, z)
	func(a Ints, f func(int) string, e chan<- int, v ...any) { e <- 5; fmt.Println(a, f(9), <-c, v) }(b, f, c, nil, []int(nil), s)
	ret := func() (Ints, I, <-chan int) { return []int{7}, Both{}, c }
	r1, r2, r3 := ret()
	fmt.Printf("%T %T %T\n", r1, r2, r3)
	b, i, d = ret()
	var mm map[I]Ints = map[I]Ints{Both{}: []int{1}}
	mm[j] = append(b, 1)
	fmt.Println(mm)
}

type Byte2 int
