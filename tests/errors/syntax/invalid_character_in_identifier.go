package main

func main() {
	x° := 1 // ERROR "declared and not used: x°" "invalid character U+00B0 '°' in identifier"
	y→z := 2 // ERROR "declared and not used: y→z" "invalid character U+2192 '→' in identifier"
}
