package main

// through an instance, in the order in which the checker walks
type X struct{ b B[int] }
type A[T any] struct{ b B[T] }
type B[T any] struct{ a A[T] } // ERROR "invalid recursive type A[T]"

// through a type argument
type C[T any] struct{ a T }
type D[T any] struct{ a C[E[D[T]]] } // ERROR "invalid recursive type D[T]"
type E[T any] struct{ a T }

type F struct{ f C[F] } // ERROR "F refers to C[F]" "C[F] refers to F"

// instances that would grow without end
type G[P any] []G[G[P]]
type H[P any] struct { // ERROR@19 "invalid recursive type: H[*P] refers to itself"
	x *H[H[P]]
	y H[*P]
}

type I[T any] interface { // ERROR@23 "invalid recursive type: I[T] refers to itself"
	I[T]
	m()
}
type J[T any] interface{ J[[]T] } // ERROR "invalid recursive type: J[[]T] refers to itself"
type K[P K[P]] interface{ K[P] }  // ERROR "invalid recursive type: K[P] refers to itself"

func f() {
	type L struct{ l [2]L }          // ERROR "invalid recursive type: L refers to itself"
	type M[T any] struct{ m M[int] } // ERROR "invalid recursive type: M[int] refers to itself"
}

func main() {}
