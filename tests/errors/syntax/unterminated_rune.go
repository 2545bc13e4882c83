package main

func main() {
	x := 'a
	_ = x
}
// ERROR@4 "newline in rune literal"
