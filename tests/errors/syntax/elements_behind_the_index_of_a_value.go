package main

type Box[T any] struct{ v T }

func main() {
	_ = Box{}[int]{1} // ERROR "unexpected { at end of statement"
} // ERROR "non-declaration statement outside function body"

func f() {
	println(f()[int]{1}, g) // ERROR "unexpected { in argument list; possibly missing comma or )"
}

func g() {
	println(Box[int]{1}, Box[Box[int]]{}, Box[1]{1}) // ERROR "unexpected { in argument list; possibly missing comma or )"
}
