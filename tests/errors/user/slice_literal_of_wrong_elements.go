package main

func main() {
	a := []string{1, 2} // ERROR "cannot use 1 (untyped int constant) as string value in array or slice literal" "cannot use 2 (untyped int constant) as string value in array or slice literal"
	b := [2]int{1, 2, 3} // ERROR "index 2 is out of bounds (>= 2)"
	c := map[string]int{"a"} // ERROR "missing key in map literal"
	d := []int{"x": 1} // ERROR "(untyped string constant) to type int"
	_, _, _, _ = a, b, c, d
}
