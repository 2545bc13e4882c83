package main

type S string

func main() {
	s := "abc"
	var t S = s // ERROR
	s[0] = 'x' // ERROR
	_ = &s[0] // ERROR
	s[0]++ // ERROR
	_ = s[1:2:3] // ERROR
	_ = s + 'x' // ERROR
	_ = s + t // ERROR
	_ = s == t // ERROR
	_ = s - s // ERROR
	_ = -s // ERROR
	_ = s * 2 // ERROR
	_ = len(5) // ERROR
	_ = cap(s) // ERROR
	_ = "abc"[3] // ERROR
	_ = "abc"[-1] // ERROR
	_ = "abc"[2:1] // ERROR
	_ = "abc"[1.5] // ERROR
	_ = s["a"] // ERROR
	_ = string(1.5) // ERROR
	_ = string(true) // ERROR
	_ = []byte(5) // ERROR
	_ = []int(s) // ERROR
	_ = int(s) // ERROR
	s = nil // ERROR
	s = 'a' // ERROR
	var b byte = s // ERROR
	s = b // ERROR
	s = []byte{} // ERROR
	s++ // ERROR
	s.x() // ERROR
	for i, r := range s {
		s = r // ERROR
		_ = i == r // ERROR
	}
	append(s, "x") // ERROR
	_ = append([]byte{}, s) // ERROR
	copy(s, s) // ERROR
	_, _ = t, b
}
