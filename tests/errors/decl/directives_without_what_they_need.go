package main

// ERROR@6 "usage: //go:linkname localname [linkname]"
// ERROR@9 "usage: //go:embed pattern..."

//go:linkname a b c
var a int

//go:embed
var b string

func main() {}
