package p

type (
	A func()
	B func(int, string) (x, y int)
	C func(a, b int, c ...string) func(func()) *T
	D func(a [5]int, b []int, c [n]T, d map[K]V, e chan<- int)
	E func([5]int, []int, [n]T, map[K]V, <-chan int, G[T], pkg.H[T, U], ...*T)
)

var (
	_ = func() (int) { return 1 }
	_ = (func() *T)(nil)
	_ = []func() (x int){nil}
	_ = f(func(int) {}, func() []int { return nil })
	_ func(interface{ M() }) (struct{ X int })
)

func (r *T) m(a int) (b int, err error) { return }
func (T) n()
func g[P any, Q ~int | ~string](x P, y ...Q) (P, Q) { return f[P, Q](x)(y...) }
func h() func() int { return func() int { return 1 } }
