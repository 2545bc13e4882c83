package main

// ERROR@7 "comment not terminated"

func main() {
	y := 1 // ERROR "declared and not used: y"
	/* foo
}
