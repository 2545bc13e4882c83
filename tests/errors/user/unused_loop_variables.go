package main

func main() {
	for i, v := range []int{1} { // ERROR "declared and not used: i"
		println(v)
	}
	for k, v := range map[string]int{} { // ERROR "declared and not used: k" "declared and not used: v"
	}
	for i := 0; i < 3; i++ {
		j := i // ERROR "declared and not used: j"
	}
}
