package main

import (
	"bytes"
	"fmt"
	"math"
	"strings"
)

func attempt(f func()) {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
	}()
	f()
}

func main() {
	attempt(func() { _ = strings.Repeat("x", math.MaxInt64) })
	attempt(func() { _ = strings.Repeat("xx", math.MaxInt64) })
	attempt(func() { _ = strings.Repeat("xx", -1) })
	attempt(func() { _ = strings.Repeat("xx", 1<<62) })
	attempt(func() { _ = strings.Repeat("xx", 1<<50) })
	attempt(func() { _ = bytes.Repeat([]byte("x"), math.MaxInt64) })
	attempt(func() { _ = bytes.Repeat([]byte("xx"), 1<<62) })
	attempt(func() { _ = bytes.Repeat(nil, 1<<62) })
}
