package main

import (
	"fmt"
	"os"

func main() { // ERROR "missing import path"
	fmt.Println("x")
}
