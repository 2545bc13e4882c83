package main

func main() {
	if true; { // ERROR "syntax error: missing condition in if statement"
	}
	for ;; {
		break
	}
	switch x := 1; x; { // ERROR "syntax error: missing { after switch clause"
	}
}
