package main

import (
	"fmt"
	"time"
)

func argument() int {
	fmt.Println("the argument is evaluated")
	return 1
}

func main() {
	defer func() { fmt.Println("main does not recover", recover()) }()
	var f func(int)
	go f(argument())
	fmt.Println("main goes on")
	time.Sleep(time.Second)
}
