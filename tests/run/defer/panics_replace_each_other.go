package main

import (
	"errors"
	"fmt"
)

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	try("second wins", func() {
		defer func() { panic("second") }()
		panic("first")
	})
	try("re-panic", func() {
		defer func() { panic(fmt.Sprint("re-", recover())) }()
		panic("first")
	})
	try("recovered inner", func() {
		defer func() { fmt.Println("outer defer sees", recover()) }()
		defer func() {
			defer func() { fmt.Println("inner defer sees", recover()) }()
			panic("inner")
		}()
		panic("outer")
	})
	try("deferred calls go on", func() {
		defer fmt.Println("one")
		defer func() { recover() }()
		defer fmt.Println("two")
		panic("x")
	})
	try("in a deeper frame", func() {
		func() {
			defer fmt.Println("deep defer")
			func() { panic(errors.New("deep")) }()
		}()
		fmt.Println("never")
	})
}
