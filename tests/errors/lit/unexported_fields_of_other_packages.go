package main

import (
	"strings"
	"sync"
)

func main() {
	_ = sync.Mutex{1, 2} // ERROR "implicit assignment to unexported field _ in struct literal of type" "implicit assignment to unexported field mu in struct literal of type"
	_ = strings.Builder{buf: nil} // ERROR "cannot refer to unexported field buf in struct literal of type strings.Builder"
	var m sync.Mutex
	m.state = 1 // ERROR ".Mutex has no field or method state)"
	var b strings.Builder
	b.grow(1) // ERROR "b.grow undefined (cannot refer to unexported method grow)"
}
