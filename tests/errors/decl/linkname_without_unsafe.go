package main

// ERROR@6 "only allowed in Go files that import"
// ERROR@9 "only allowed in Go files that import"

//go:linkname foo runtime.foo
func foo() {}

//go:linkname foo
func main() {}
