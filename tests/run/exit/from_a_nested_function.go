package main

import "os"

func main() {
	func() {
		defer func() { os.Exit(5) }()
		var m map[int]int
		m[1] = 1
	}()
}
