package main

func main() {
	x := []int{
		1,
		2
	}
	_ = x
}
// ERROR@6 "syntax error: unexpected newline in composite literal; possibly missing comma or }"
