package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer func() {
		e := recover().(runtime.Error)
		fmt.Println(e)
		panic(e)
	}()
	var p *struct{ n int }
	fmt.Println(p.n)
}
