package main

import "fmt"

type (
	A0 = []string
	A1 = A0
	A2 = struct{ a, b int }
	A3 = int
	A4 = func(A3, float64) *A0
	A5 = func(x int, _ float64) *[]string

	B0 A0
	B1 []string
	B2 struct{ a, b int }
	B3 struct{ a, c int }
	B4 func(int, float64) *B0
	B5 func(x int, y float64) *A1

	C0     = B0
	D0[P1, P2 any] struct {
		x P1
		y P2
	}
	E0 = D0[int, string]
	S[T any] = []T
	M[T any] = map[string]T
)

func same(a, b any) bool { return fmt.Sprintf("%T", a) == fmt.Sprintf("%T", b) && typeEq(a, b) }

func typeEq(a, b any) bool {
	type key struct{ x any }
	switch a.(type) {
	case A0:
		_, ok := b.(A0)
		return ok
	case A2:
		_, ok := b.(A2)
		return ok
	case A4:
		_, ok := b.(A4)
		return ok
	case B0:
		_, ok := b.(B0)
		return ok
	case B1:
		_, ok := b.(B1)
		return ok
	case E0:
		_, ok := b.(D0[A3, string])
		return ok
	}
	return a == b
}

func gen[T any](x T) string { return fmt.Sprintf("%T", x) }

func main() {
	fmt.Println(same(A0{}, A1{}), same(A1{}, []string{}), same(B0{}, B1{}), same(B0{}, C0{}), same(A0{}, B0{}), same(A2{}, struct{ a, b int }{}), same(A4(nil), A5(nil)), same(A4(nil), B4(nil)), same(E0{}, D0[int, string]{}))
	fmt.Println(gen(E0{}), gen(S[int]{}), gen(M[S[int]]{}), gen(B5(nil)), gen(A5(nil)), gen(D0[D0[int, A2], []B0]{}))
	var a interface{ F(A0) B0 }
	var b interface{ F(x []string) C0 }
	a = b
	b = a
	fmt.Println(a == b)
	types := map[any]string{(*A0)(nil): "*A0", (*B0)(nil): "*B0", (*[3]int)(nil): "[3]int", (*[2 + 1]A3)(nil): "again", (chan int)(nil): "chan", (<-chan int)(nil): "<-chan", (*func(int))(nil): "func", (*func(...int))(nil): "variadic", (*func([]int))(nil): "slice"}
	fmt.Println(len(types), types[(*[]string)(nil)], types[(*[3]A3)(nil)], types[(*func(x ...int))(nil)])
	type T struct{ x int }
	t1 := any(T{1})
	{
		type T struct{ x int }
		t2 := any(T{1})
		_, ok := t1.(T)
		fmt.Println(t1 == t2, ok)
		fmt.Printf("%T %T\n", t1, t2)
	}
	f := func() any { type T int; return T(1) }
	fmt.Println(f() == f())
	g1, g2 := local[int](), local[string]()
	fmt.Println(g1 == local[int](), g1 == g2)
	fmt.Printf("%T %T\n", g1, g2)
	var x interface {
		M()
		N()
	}
	var y interface {
		N()
		M()
	}
	x = y
	fmt.Printf("%T %v\n", &x, any(&x) != any(&y))
	_, ok := any(&x).(*interface {
		N()
		M()
	})
	fmt.Println(ok)
}

func local[T any]() any { type L struct{ x T }; return L{} }
