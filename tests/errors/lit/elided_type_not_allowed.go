package main

func main() {
	_ = []any{{1}} // ERROR "invalid composite literal element type any"
	_ = map[string]any{"a": {}} // ERROR "invalid composite literal element type any"
	_ = []int{{1}} // ERROR "invalid composite literal element type int"
	_ = [][]int{1} // ERROR "cannot use 1 (untyped int constant) as []int value in array or slice literal"
}
