// Files are left out by their names, by //go:build, by the older lines, and when they need C.
package main

import "fmt"

var list []string

func main() { fmt.Println(list) }
