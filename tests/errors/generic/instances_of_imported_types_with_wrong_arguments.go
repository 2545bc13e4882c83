package main

import (
	"iter"
	"sync/atomic"
)

var a iter.Seq[int, int] // ERROR "too many type arguments for type Seq: have 2, want 1"
var b []iter.Seq2[int]   // ERROR "not enough type arguments for type Seq2: have 1, want 2"
var c = atomic.Pointer[int, string]{} // ERROR "too many type arguments for type Pointer: have 2, want 1"

func f(s iter.Seq2[string]) {} // ERROR "not enough type arguments for type Seq2: have 1, want 2"

func main() {}
