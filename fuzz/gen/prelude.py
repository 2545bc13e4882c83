"""The functions and types that every generated program has."""

# What generated programs call. Nothing in it panics, so it may be called anywhere.
PRELUDE = '''
type ints interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}
type floats interface{ ~float32 | ~float64 }
type addable interface{ ints | floats | ~string }

// fuel bounds the loops and calls of a unit.
var fuel int

func tick() bool {
	fuel--
	return fuel < 0
}

// v gives its argument, and is no constant.
func v[T any](x T) T { return x }

func fresh[T any](x T) *T { return &x }

func either[T any](c bool, a, b T) T {
	if c {
		return a
	}
	return b
}

func at[S ~[]E, E any](s S, i int) (e E) {
	if len(s) > 0 {
		e = s[uint(i)%uint(len(s))]
	}
	return
}

func cut[S ~[]E, E any](s S, i, j int) S {
	n := uint(len(s) + 1)
	lo, hi := uint(i)%n, uint(j)%n
	if lo > hi {
		lo, hi = hi, lo
	}
	return s[lo:hi:hi]
}

func last[S ~[]E, E any](s S) (e E) {
	for _, e = range s {
	}
	return
}

func mapped[S ~[]E, E, F any](s S, f func(E) F) []F {
	out := make([]F, 0, len(s))
	for _, e := range s {
		out = append(out, f(e))
	}
	return out
}

func sum[T addable](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func cast[T, F ints | floats](x F) T {
	if f := float64(x); f != f || f < -100 || f > 100 {
		return T(len(fmt.Sprint(x)))
	}
	return T(x)
}

func as[T any](x any) (t T) {
	t, _ = x.(T)
	return
}

func sub[S ~string](s S, i, j int) S {
	n := uint(len(s) + 1)
	lo, hi := uint(i)%n, uint(j)%n
	if lo > hi {
		lo, hi = hi, lo
	}
	return s[lo:hi]
}

func clip(s string) string {
	if len(s) > 60 {
		return s[:60]
	}
	return s
}

func byteAt(s string, i int) byte {
	if len(s) == 0 {
		return 0
	}
	return s[uint(i)%uint(len(s))]
}

func runeAt(s string, i int) rune {
	r := []rune(s)
	return at(r, i)
}

func f2i(f float64) int {
	if f != f || f < -1e9 || f > 1e9 {
		return 7
	}
	return int(f)
}

func upTo[T any](n int, f func(int) T) func(func(T) bool) {
	return func(yield func(T) bool) {
		for i := range n {
			if !yield(f(i)) {
				return
			}
		}
	}
}

func after() <-chan time.Time { return time.After(time.Millisecond) }

// told is a value without addresses.
func told(x any) string {
	switch x := x.(type) {
	case runtime.Error:
		return "runtime error: " + x.Error()
	case error:
		return "error: " + x.Error()
	}
	return fmt.Sprintf("%T %+v", x, x)
}

type Pair[A, B any] struct {
	a A
	b B
}

func (p Pair[A, B]) Left() A  { return p.a }
func (p Pair[A, B]) Right() B { return p.b }
func (p *Pair[A, B]) Set(a A, b B) {
	p.a, p.b = a, b
}

type List[T any] struct {
	value T
	next  *List[T]
}

func (l *List[T]) Push(x T) *List[T] { return &List[T]{x, l} }
func (l *List[T]) All() func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for at := l; at != nil; at = at.next {
			if !yield(i, at.value) {
				return
			}
			i++
		}
	}
}

func unit(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", told(r))
		}
	}()
	fuel = %(fuel)d
	f()
	fmt.Println(name, "ended")
}
'''
