// Modules in other folders: one inside of another, and one that is replaced in one version only.
package main

import (
	"fmt"

	"example.com/a"
	"example.com/a/deep"
	"example.com/a/deep/er"
	"example.com/b"
)

func main() {
	fmt.Println(a.Name, deep.Name, er.Name, b.Name)
	fmt.Println(a.Deep())
}
