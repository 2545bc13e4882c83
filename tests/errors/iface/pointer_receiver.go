package main

type reader interface{ Read() string }
type t struct{}

func (*t) Read() string { return "" }

func use(r reader) {}

func main() {
	use(t{}) // ERROR "cannot use t{} (value of struct type t) as reader value in argument to use: t does not implement reader (method Read has pointer receiver)"
	use(&t{})
	var r reader = t{} // ERROR "cannot use t{} (value of struct type t) as reader value in variable declaration: t does not implement reader (method Read has pointer receiver)"
	_ = r
}
