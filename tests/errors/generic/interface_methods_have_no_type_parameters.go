package main

type I interface {
	M[T any](x T)  // ERROR "interface method must have no type parameters" ERROR "undefined: T"
	N[T any]() []T // ERROR "interface method must have no type parameters" ERROR "undefined: T"
	O[_ any]()     // ERROR "interface method must have no type parameters"
	P()
}

func f(x interface{ Q[K comparable, V any](m int) }) { // ERROR "interface method must have no type parameters"
	x.Q(5)
	x.Q("a") // ERROR "as int value in argument to x.Q"
}

func main() {
	var i I
	i.P()
	i.O()
	f(nil)
}
