package main

const a // ERROR "missing init expr for a"
const (
	b int // ERROR "missing init expr for b"
	c = 1
	d int // ERROR "missing init expr for d"
)
const e, f = 1 // ERROR "missing init expr for f"
const g = 1, 2 // ERROR "extra init expr 2"

func main() {}
