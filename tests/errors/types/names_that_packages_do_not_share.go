package main

import (
	"math/rand"
	"sync/atomic"
)

func main() {
	var a atomic.Bool
	var b rand.Rand
	var _ int = a // ERROR "atomic"
	var _ int = b // ERROR "rand.Rand"
}
