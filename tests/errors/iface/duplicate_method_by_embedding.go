package main

type a interface{ M() int }
type b interface{ M() string }
type c interface {
	a
	b // ERROR "duplicate method M"
}

func main() {}
