package main

import "runtime"

func main() {
	defer func() {
		defer func() {
			r := recover()
			defer func() { panic(r) }()
			panic(r)
		}()
		panic(recover())
	}()
	defer runtime.KeepAlive(1)
	panic("first")
}
