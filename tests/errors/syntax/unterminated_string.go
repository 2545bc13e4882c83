package main

func main() {
	x := "abc
	_ = x
}
// ERROR@4 "newline in string"
