package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

type word uint64

func generic[T ~int | ~uint64 | ~uint8](s []int, i T) int { return s[i] }

func main() {
	s := make([]int, 3, 5)
	a := [4]string{}
	pa := &a
	str := "abc"
	var u64 uint64 = 1<<64 - 1
	var u uint = 1 << 63
	var p uintptr = 1<<63 + 5
	var u32 uint32 = 1<<32 - 1
	var n = -1
	var w word = 1 << 63
	b := []byte("xy")
	try("slice", func() { _ = s[u64] })
	try("slice int", func() { _ = s[n] })
	try("set", func() { s[u] = 1 })
	try("op", func() { s[u] += 1 })
	try("array", func() { _ = a[p] })
	try("array set", func() { a[w] = "x" })
	try("array ptr", func() { pa[w] = "x" })
	try("string", func() { _ = str[u64] })
	try("byte", func() { b[u32]++ })
	try("u8", func() { _ = b[uint8(200)] })
	try("lo", func() { _ = s[u64:] })
	try("hi", func() { _ = s[:u64] })
	try("lo hi", func() { _ = s[u64:2] })
	try("hi int", func() { _ = s[:n] })
	try("lo int", func() { _ = s[n:] })
	try("lo int 3", func() { _ = s[n:2:3] })
	try("max", func() { _ = s[1:2:u] })
	try("hi3", func() { _ = s[1:u:4] })
	try("lo3", func() { _ = s[u:3:4] })
	try("str lo", func() { _ = str[u:] })
	try("str hi", func() { _ = str[:u] })
	try("arr lo", func() { _ = a[u:] })
	try("arr hi", func() { _ = pa[:w] })
	try("generic", func() { generic(s, u64) })
	try("generic", func() { generic(s, n) })
	try("conv", func() { _ = [4]int(s) })
	try("swap", func() { s[u], s[0] = s[0], s[1] })
	try("addr", func() { _ = &s[u64] })
}
