package main

import (
	"fmt"
	"reflect"
	"runtime"
)

func main() {
	c := make(chan int, 10)
	for i := range 10 {
		f := reflect.MakeFunc(reflect.TypeFor[func(*int)](), func(args []reflect.Value) []reflect.Value {
			c <- int(args[0].Elem().Int())
			return nil
		}).Interface().(func(*int))
		n := i * i
		go f(&n)
		defer f(&n)
	}
	runtime.GC()
	sum := 0
	for range 10 {
		sum += <-c
	}
	fmt.Println(sum)
}
