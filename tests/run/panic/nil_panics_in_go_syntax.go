package main

import "fmt"

func main() {
	defer func() { fmt.Printf("%#v\n", recover()) }()
	panic(nil)
}
