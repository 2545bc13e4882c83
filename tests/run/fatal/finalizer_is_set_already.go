package main

import "runtime"

func main() {
	t := new([10]int)
	runtime.SetFinalizer(t, func(*[10]int) {})
	runtime.SetFinalizer(t, func(any) {})
}
