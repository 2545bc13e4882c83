package main

func main() {
	_ = int{1} // ERROR "invalid composite literal type int"
	_ = []int{"a"} // ERROR "(untyped string constant) as int value in array or slice literal"
	_ = []int{1, "b", 2.5} // ERROR "(untyped string constant) as int value in array or slice literal" "cannot use 2.5 (untyped float constant) as int value in array or slice literal (truncated)"
	_ = map[string]int{"a": "b"} // ERROR "(untyped string constant) as int value in map literal"
	_ = map[string]int{1: 1} // ERROR "cannot use 1 (untyped int constant) as string value in map literal"
	_ = map[string]int{1} // ERROR "missing key in map literal"
	_ = [2]int{1, 2, 3} // ERROR "index 2 is out of bounds (>= 2)"
	_ = []int{0: 1, 0: 2} // ERROR "duplicate index 0 in array or slice literal"
	_ = [2]int{5: 1} // ERROR "invalid argument: index 5 out of bounds [0:2]"
	_ = []int{-1: 1} // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	_ = []int{"k": 1} // ERROR "(untyped string constant) to type int"
	_ = map[string]int{"a": 1, "a": 2} // ERROR "in map literal"
	_ = map[int]bool{1: true, 2: false, 1: true} // ERROR "duplicate key 1 in map literal"
}
