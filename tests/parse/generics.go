package p

type A [N]int
type B [N * 2]int
type C[P any] []P
type D[P *T,] struct{}
type E[P *T, Q any] struct{}
type F[P interface{ *int }] int
type G[P *struct{}] int
type H[P ~int] int
type I[P []int | map[string]int] int
type J [f(x)]int
type K[P *T|~int] int
type L[K comparable, V any] = map[K]V
type M[P (T),] int
type N [len(a)]struct{ b int }
type (
	O[P any] int
	Q [P]int
)

type Number interface {
	~int | ~int8 | float64
	comparable
	String() string
	pkg.Iface[int]
}

var _ = M[int, string]{}
var _ = f[int](x)
var _ = f[[]int, map[string]T](x)
var _ = a[i][j](k)
var _ pkg.T[int, func() string]
