package main

import "os"

func a() int { return "a" }

func main() {}
