package main

func main() {
	switch 1 {
	case 1
		println()
	}
}
// ERROR@5 "syntax error: unexpected newline, expected :"
