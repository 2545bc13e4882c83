package main

type reader interface{ Read() string }
type t struct{}

func main() {
	var r reader = t{} // ERROR "cannot use t{} (value of struct type t) as reader value in variable declaration: t does not implement reader (missing method Read)"
	_ = r
}
