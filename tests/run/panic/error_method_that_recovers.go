package main

import "fmt"

type careful struct{ name string }

func (c careful) Error() string {
	defer fmt.Println("asked", c.name)
	return c.name + ": " + attempt()
}

func attempt() (text string) {
	defer func() { text = fmt.Sprint("recovered ", recover()) }()
	var m map[string]int
	m["x"]++
	return "not reached"
}

func main() {
	defer func() { panic(careful{"second"}) }()
	panic(careful{"first"})
}
