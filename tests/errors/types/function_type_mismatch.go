package main

type handler func(string) error

func good(s string) error { return nil }
func bad(s string) int    { return 0 }

func main() {
	var h handler = good
	h = bad // ERROR "cannot use bad (value of type func(s string) int) as handler value in assignment"
	h = func(n int) error { return nil } // ERROR "cannot use func(n int) error {…} (value of type func(n int) error) as handler value in assignment"
	h = good("x") // ERROR ") (value of interface type error) as handler value in assignment"
	_ = h
}
