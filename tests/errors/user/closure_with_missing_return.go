package main

func main() {
	f := func(n int) int {
		if n > 0 {
			return n
		}
	} // ERROR "missing return"
	println(f(1))
}
