package main

type reader interface{ Read(n int) (string, error) }
type t struct{}

func (t) Read() string { return "" }

func main() {
	var r reader = t{} // ERROR "cannot use t{} (value of struct type t) as reader value in variable declaration: t does not implement reader (wrong type for method Read)"
	_ = r
}
