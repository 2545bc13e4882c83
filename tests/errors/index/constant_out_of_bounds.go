package main

func main() {
	a := [3]int{}
	_ = a[3] // ERROR "invalid argument: index 3 out of bounds [0:3]"
	_ = a[-1] // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	_ = "abc"[3] // ERROR "invalid argument: index 3 out of bounds [0:3]"
	const s = "xy"
	_ = s[5] // ERROR "invalid argument: index 5 out of bounds [0:2]"
	p := &a
	_ = p[7] // ERROR "invalid argument: index 7 out of bounds [0:3]"
	_ = a[1:5] // ERROR "invalid argument: index 5 out of bounds [0:4]"
	_ = a[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = "abc"[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = s[0:9] // ERROR "invalid argument: index 9 out of bounds [0:3]"
}
