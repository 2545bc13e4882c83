package main

import "fmt"

// Another file has imports of its own: here shapes has its own name.
func other() {
	strings := "a local name"
	fmt.Println(strings)
}
