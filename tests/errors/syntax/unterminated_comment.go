package main

func main() {
	/* never ends // ERROR "comment not terminated"
	println()
}
