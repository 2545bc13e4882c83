package main

import "fmt"

func main() {
	panic(fmt.Sprintf("state %d of %v", 3, []string{"a"}))
}
