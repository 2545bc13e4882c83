package main

import "fmt"

type failure struct{ n int }

func (f *failure) Error() string { return fmt.Sprint("failure ", f.n) }

func main() {
	panic(&failure{3})
}
