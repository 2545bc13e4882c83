//go:build go1.21

package main

func allowed[T any](list ...T) {
	for range list {
	}
	for range 3 {
	}
	println(min(1, 2))
}
