package main

type s struct {
	[]int // ERROR "syntax error: unexpected [, expected field name or embedded type"
}

func main() {}
