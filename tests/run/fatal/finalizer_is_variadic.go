package main

import "runtime"

type T struct{ s []string }

func main() {
	runtime.SetFinalizer(&T{}, func(...any) {})
}
