package main

import { // ERROR "missing import path"
	"fmt"
}

func main() {}
