package main

import "fmt"

const hello = "hello, 世界"
var first = hello[0:1] == "h"

const (
	size = len(hello)
	long = len("abc" + hello)
)

var table = [size]int{size - 1: 5}

func main() {
	fmt.Println(size, long, len(table), table[12])
	fmt.Println(hello[1], hello[7:10], first)
	fmt.Println(string(rune(0x4e16)), string(rune(-1)), string(rune(0x110000)))
	fmt.Println("a" < "b", "a" < "B", "" < "a", "ab" > "aa", "é" > "z")
	fmt.Println("abc" == "def"[0:0]+"abc")
}
