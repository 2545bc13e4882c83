package main

// Each of the generic types is fine by itself; what is put into them is not.
type Row[P any] [2]P
type Grid[P any] Row[P]
type Cell Grid[Cell] // ERROR "invalid recursive type Cell"

type Box[T any] struct{ content T }
type Crate[T any] struct{ box Box[T] }
type Parcel struct{ crate Crate[Parcel] } // ERROR "invalid recursive type Parcel"

// A type that holds an infinite one is itself looked at.
type Inner struct{ inner Inner } // ERROR "invalid recursive type: Inner refers to itself"
type Outer struct { // ERROR "invalid recursive type: Outer refers to itself"
	inner Inner
	outer Outer
}

// Finite, as the argument lies behind a pointer.
type Link[T any] struct{ next *Box[T] }
type Chain struct{ link Link[Chain] }

func main() {}
