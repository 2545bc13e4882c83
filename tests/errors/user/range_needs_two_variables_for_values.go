package main

func main() {
	var total string
	for v := range []string{"a"} {
		total += v // ERROR "invalid operation: total += v (mismatched types string and int)"
	}
	println(total)
}
