package main

import (
	"fmt"
	"strings"
)

type big []uint8

func add(a, b big) big {
	if len(a) < len(b) {
		a, b = b, a
	}
	out := make(big, 0, len(a)+1)
	var carry uint8
	for i, d := range a {
		d += carry
		if i < len(b) {
			d += b[i]
		}
		out = append(out, d%10)
		carry = d / 10
	}
	if carry > 0 {
		out = append(out, carry)
	}
	return out
}

func (b big) String() string {
	var s strings.Builder
	for i := len(b) - 1; i >= 0; i-- {
		s.WriteByte('0' + b[i])
	}
	return s.String()
}

func main() {
	a, b := big{0}, big{1}
	for range 300 {
		a, b = b, add(a, b)
	}
	fmt.Println(a)
	fmt.Println(len(a))
}
