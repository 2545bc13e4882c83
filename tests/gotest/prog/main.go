package main

import "fmt"

type thing struct{ n int }

func answer() int { return 42 }

func main() { fmt.Println(answer()) }
