package main

func main() {
	a := 1
	a := 2 // ERROR "no new variables on left side of :="
	b, c := 1, 2
	b, c := 3, 4 // ERROR "no new variables on left side of :="
	_, _ := 5, 6 // ERROR "no new variables on left side of :="
	_ = a
	_ = b
	_ = c
}
