package p

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T)         { s.items = append(s.items, x) }
func (s *Stack[T]) Len() int         { return 0 }
func (s *Stack[T]) Get(i int) T      { return s.items[i] }
func (s Stack[T]) Each(f func(x T))  {}

type M[K comparable, V any] map[K]V

func (m M[K, V]) Put(k K, v V) {}

type L[T any] struct {
	next *L[T, T] // ERROR "too many type arguments for type L: have 2, want 1"
	val  T
}

func use(s *Stack[int])        {}
func wide(s Stack[int, string]) {} // ERROR "too many type arguments for type Stack"
func h[T any](x L[T, int])     {} // ERROR "too many type arguments for type L"

func f() {
	var s Stack[int, string] // ERROR "too many type arguments for type Stack: have 2, want 1"
	s.Push(1)                // ERROR "cannot use 1 (untyped int constant) as T value in argument to s.Push"
	s.foo()
	s.items = nil
	var n int = s.Len()
	var x string = s.Get(1) // ERROR "(value of type T constrained by any) as string value"
	s.Each(func(int) {})    // ERROR "as func(x T) value"
	use(&s)                 // ERROR "cannot use &s (value of type *Stack[int, string]) as *Stack[int] value"
	wide(s)
	wide(Stack[int]{}) // ERROR "as Stack[int, string] value"
	_, _ = n, x
	var m M[string] // ERROR "not enough type arguments for type M: have 1, want 2"
	m["a"] = 1
	m.Put("a", 1) // ERROR "as K value" "as V value"
	for range m {
	}
	_ = len(m)
	s == s              // ERROR "is not used"
	_ = make(M[int])    // ERROR "cannot make M[int]" "not enough type arguments"
	_ = s == nil        // ERROR "mismatched types Stack[int, string] and untyped nil"
	h(1)                // ERROR "cannot infer T"
	h(L[int]{})         // ERROR "cannot infer T"
	var l L[int]
	l.next.val = 3
}
