package main

import "fmt"

type color int

func (c color) String() string { return fmt.Sprintf("color#%d", int(c)) }

func main() {
	panic(color(2))
}
