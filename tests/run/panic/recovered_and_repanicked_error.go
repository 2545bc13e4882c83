package main

import (
	"errors"
	"fmt"
)

func main() {
	defer func() {
		r := recover()
		defer fmt.Println("cleanup")
		panic(r)
	}()
	panic(errors.New("same error"))
}
