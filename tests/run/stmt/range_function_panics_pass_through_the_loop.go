package main

import "fmt"

func seq(yield func(int) bool) {
	defer func() { fmt.Println("seq cleanup") }()
	yield(1)
	yield(2)
}

func run() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	for i := range seq {
		if i == 2 {
			panic("in the body")
		}
		fmt.Println("body", i)
	}
	return nil
}

func main() {
	fmt.Println(run())
}
