package main

func main() {
	for i := 0; i < 3; i++
	{
		println(i)
	}
}
// ERROR@4 "syntax error: unexpected newline, expected { after for clause"
