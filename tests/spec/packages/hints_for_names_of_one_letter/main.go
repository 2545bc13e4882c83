package main

import "example.com/m/a"

func main() {
	var s a.S
	s.y = 1
	s.m()
	s.Foo()
	var r a.R
	r.y = 1
	r.Z = 1
	r.z = 1
	r.m()
	r.N()
	r.n()
}
