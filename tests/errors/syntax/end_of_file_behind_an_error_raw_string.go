package main

// ERROR@6 "declared and not used: y" "string not terminated"

func main() {
	y := `1
}
