package main

func main() {
	if true
	{
		println()
	}
}
// ERROR@4 "syntax error: unexpected newline, expected { after if clause"
