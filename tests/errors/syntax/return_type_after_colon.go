package main

func f(a: int): int { // ERROR "syntax error: unexpected : in parameter list; possibly missing comma or )"
	return a
}

func main() {}
