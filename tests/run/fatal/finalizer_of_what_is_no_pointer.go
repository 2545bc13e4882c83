package main

import "runtime"

func main() {
	defer func() { recover() }()
	runtime.SetFinalizer(map[int]int{}, func(map[int]int) {})
}
