package main

func main() {
	s := []int{1}
	_ = s == s // ERROR
	_ = s == []int(nil) // ERROR
	_ = s == nil
	_ = s[1.5] // ERROR
	_ = s["0"] // ERROR
	_ = s[-1] // ERROR
	_ = s[2:1] // ERROR
	_ = s[::] // ERROR
	_ = s[1::3] // ERROR
	_ = s[:2:] // ERROR
}

func g() {
	s := []int{1}
	_ = s[3:2:1] // ERROR
	s = []int8{} // ERROR
	s = [1]int{} // ERROR
	_ = []int{1, "a"} // ERROR
	_ = []int{0: 1, 0: 2} // ERROR
	_ = []int{-1: 2} // ERROR
	_ = []string{1: "a", "b", 2: "c"} // ERROR
	_ = map[[]int]bool{} // ERROR
	var x struct{ s []int }
	_ = x == x // ERROR
	_ = []any{1}.([]int) // ERROR
	s.append(1) // ERROR
	append(s, 1) // ERROR
	_ = append(s, "x") // ERROR
	_ = append(s, s) // ERROR
	_ = append(s, 1, s...) // ERROR
	_ = append(s, []any{1}...) // ERROR
	_ = append() // ERROR
	_ = append(nil, 1) // ERROR
	_ = append(1, 1) // ERROR
	_ = make([]int) // ERROR
	_ = make([]int, "a") // ERROR
	_ = make([]int, -1) // ERROR
	_ = make([]int, 2, 1) // ERROR
	_ = make([]int, 1.5) // ERROR
	_ = make([]int, 1, 2, 3) // ERROR
	_ = make([1]int, 1) // ERROR
	_ = copy(s, []int8{}) // ERROR
	_ = [2]int8(s) // ERROR
	_ = (*[1]int)(nil)
	_ = (*[1]int8)(s) // ERROR
	var p *[]int
	_ = p[0] // ERROR
	_ = p[:] // ERROR
	_ = len(p) // ERROR
	for range p { // ERROR
	}
	clear(1) // ERROR
	clear([2]int{}) // ERROR
}
