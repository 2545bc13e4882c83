package main

func main() {
	x := nil // ERROR "declared and not used: x" "use of untyped nil in assignment"
	var y = nil // ERROR "declared and not used: y" "use of untyped nil in variable declaration"
	_ = nil // ERROR "use of untyped nil in assignment to _ identifier"
	z, w := 1, nil // ERROR "declared and not used: z" "declared and not used: w" "use of untyped nil in multiple assignment"
}
