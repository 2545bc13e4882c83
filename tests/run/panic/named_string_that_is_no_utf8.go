package main

type name string

func main() {
	panic(name("a\xffb\xc0\x00"))
}
