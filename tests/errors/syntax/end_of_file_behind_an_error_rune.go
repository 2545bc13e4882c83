package main

func main() {
	x := ' // ERROR "declared and not used: x" "newline in rune literal"
	y := []int{1, // ERROR "declared and not used: y"
		undefd, // ERROR "undefined: undefd"
