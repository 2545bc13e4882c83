// Start-up: a process that prints one line.
package main

import "fmt"

func main() { fmt.Println("hello, world") }
