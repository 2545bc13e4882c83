package main

// ERROR@7 "misplaced compiler directive"
// ERROR@11 "misplaced compiler directive"
// ERROR@14 "misplaced compiler directive"

//go:build windows

func main() {}

//go:noinline
var x = 1

//go:norace
const c = 2
