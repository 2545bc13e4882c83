package main

func sign(n int) string {
	if n > 0 {
		return "plus"
	} else if n < 0 {
		return "minus"
	}
} // ERROR "missing return"

func find(s []int, n int) int {
	for i, v := range s {
		if v == n {
			return i
		}
	}
} // ERROR "missing return"

func main() {}
