package main

type both struct{}

func (both) Error() string  { return "as error" }
func (both) String() string { return "as stringer" }

func main() {
	panic(both{})
}
