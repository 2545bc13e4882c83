package main

import "fmt"

func main() {
	defer func() { fmt.Println("main does not recover", recover()) }()
	var f func()
	fmt.Println("before")
	go f()
	fmt.Println("after")
}
