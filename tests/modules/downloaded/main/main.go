// What is required lies among the downloaded modules: of each the newest version that any of them asks for.
package main

import (
	"fmt"

	thing "example.com/Big/Thing"
	"example.com/small"
	"example.com/swapped"
)

func main() {
	fmt.Println(thing.Name, small.Name, swapped.Name)
}
