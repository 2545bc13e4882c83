package main

import (
	"fmt"
	"runtime"
)

type T struct{ s []string }

type plain struct{ p *int }

func (t *T) String() string { return "" }

type (
	P  *T
	PP *plain
)

func main() {
	runtime.SetFinalizer(&T{}, func(fmt.Stringer) {})
	runtime.SetFinalizer(&plain{}, func(PP) {})
	runtime.SetFinalizer(PP(&plain{}), func(*plain) {})
	runtime.SetFinalizer(&T{}, func(P) {})
}
