package main

func main() {
	println("a﻿b") // ERROR "invalid BOM in the middle of the file"
	x﻿ := 1 // ERROR "declared and not used: x﻿" "invalid BOM in the middle of the file"
}
