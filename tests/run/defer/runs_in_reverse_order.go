package main

import "fmt"

func f() {
	defer fmt.Println("first deferred")
	defer fmt.Println("second deferred")
	for i := range 3 {
		defer fmt.Println("loop", i)
	}
	if true {
		defer func() { fmt.Println("closure") }()
	}
	fmt.Println("body")
}

func g() int {
	defer fmt.Println("g deferred")
	return func() int { fmt.Println("result"); return 1 }()
}

func main() {
	f()
	fmt.Println(g())
	defer fmt.Println("main ends")
	func() {
		defer fmt.Println("inner")
	}()
	fmt.Println("main body")
}
