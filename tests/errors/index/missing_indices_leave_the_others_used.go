package main

func main() {
	s := make([]int, 2, 4)
	j, k := 4, 3
	_ = s[0:j:] // ERROR "final index required in 3-index slice"
	_ = s[0::k] // ERROR "middle index required in 3-index slice"
	_ = s[::k] // ERROR "middle index required in 3-index slice"
	_ = s[::] // ERROR "middle index required in 3-index slice" "final index required in 3-index slice"
	_ = s[j::k] // ERROR "middle index required in 3-index slice"
}
