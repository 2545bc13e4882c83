package main

func f(a ...int, b ...string) {} // ERROR "can only use ... with final parameter"
func g(...) {} // ERROR "syntax error: ... is missing type"

func main() {
	x := []int{}... // ERROR "syntax error: unexpected ... at end of statement"
}
