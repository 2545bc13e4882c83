package main

type state string

func main() {
	panic(state("bad state"))
}
