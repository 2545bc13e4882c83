package main

import "fmt"

func helper() any { return recover() }

func direct() { fmt.Println("direct recover:", recover()) }

func try(f func()) {
	defer func() { fmt.Println("outer:", recover()) }()
	f()
}

type r struct{}

func (r) Rec() { fmt.Println("method:", recover()) }

func main() {
	fmt.Println(recover())
	try(func() {
		defer func() { fmt.Println("helper:", helper()) }()
		panic(1)
	})
	try(func() {
		defer func() {
			func() { fmt.Println("nested:", recover()) }()
		}()
		panic(2)
	})
	try(func() {
		defer direct()
		panic(3)
	})
	try(func() {
		defer r{}.Rec()
		panic(4)
	})
	try(func() {
		defer func() {
			defer func() { fmt.Println("deferred in deferred:", recover()) }()
		}()
		panic(5)
	})
	try(func() {
		defer func() {
			fmt.Println("first:", recover())
			fmt.Println("again:", recover())
		}()
		panic(6)
	})
	var x interface{ Rec() } = r{}
	try(func() {
		defer x.Rec()
		panic(7)
	})
}
