package main

func main() {
	x := 1 // ERROR "declared and not used: x"
	var y int // ERROR "declared and not used: y"
	y = 2
	for i, v := range []int{1} { // ERROR "declared and not used: i" "declared and not used: v"
	}
	a, b := 1, 2 // ERROR "declared and not used: b"
	_ = a
	f := func() { // ERROR "declared and not used: f"
		z := 3 // ERROR "declared and not used: z"
	}
}
