package main

import "fmt"

type Task int

func await(x Task) Task { return x + 1 }

func main() {
	var t Task = 41
	fmt.Println(await(t))
}
