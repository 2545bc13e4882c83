package main

type t struct{}
type reader interface{ Read() }

func main() {
	var x any = t{}
	x.(reader).Read()
}
