package main

import "example.com/m/a"

func main() {
	_ = a.hidden
	_ = a.limit
	_ = a.counter{}
	_ = a.lower(1)
	_ = a.reached{}
	_ = a.deep{}
	_ = a.other(1)
	_ = a.inner{}
	_ = a.helper{}
	a.helperFunc(1)
	a.large(1)
	a.unused()
	var _ a.constraint
	_ = a.make
	_ = a.small
}
