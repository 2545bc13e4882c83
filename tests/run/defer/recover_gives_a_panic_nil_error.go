package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer func() {
		r := recover()
		_, ok := r.(*runtime.PanicNilError)
		fmt.Printf("%v %T %v\n", r, r, ok)
	}()
	panic(nil)
}
