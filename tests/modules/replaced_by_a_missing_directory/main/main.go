package main

import "ex.com/v/sub"

func main() { sub.F() }
