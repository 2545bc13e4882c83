package main

func main() {
	var i int8 = -128
	s := make([]byte, 10)
	s[i]++
}
