package main

func main() {
	var s struct{ f int }
	s.f := 1 // ERROR "non-name s.f on left side of :="
	a := []int{1}
	a[0] := 2 // ERROR "non-name a[0] on left side of :="
	f() := 3 // ERROR "undefined: f" "non-name f() on left side of :="
}
