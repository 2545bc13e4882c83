package main

func main() {
	try {
		println()
	} catch (e) {
	}
}
// ERROR@5 "syntax error: unexpected newline in composite literal; possibly missing comma or }"
// ERROR@6 "syntax error: unexpected name catch at end of statement"
// ERROR@8 "syntax error: non-declaration statement outside function body"
