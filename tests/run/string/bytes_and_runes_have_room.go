package main

import (
	"fmt"
	"strings"
)

var kept [][]byte
var runes [][]rune

func main() {
	for _, n := range []int{0, 1, 5, 8, 9, 33, 100, 1000, 1025, 40000} {
		b, r := []byte(strings.Repeat("x", n)), []rune(strings.Repeat("é", n))
		kept, runes = append(kept, b), append(runes, r)
		fmt.Println(len(b), cap(b), len(r), cap(r), b[len(b):cap(b)][:min(3, cap(b)-len(b))])
	}
	b := kept[2]
	x, y := append(b, 'x'), append(b, 'y')
	fmt.Println(string(x), string(y))
	c := []byte("const")
	kept = append(kept, c)
	fmt.Println(cap(c))
}
