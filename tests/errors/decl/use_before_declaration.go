package main

func main() {
	println(a) // ERROR "undefined: a"
	a := 1
	_ = a
	f() // ERROR "undefined: f"
	f := func() {} // ERROR "declared and not used: f"
	b := b + 1 // ERROR "declared and not used: b" "undefined: b"
	g := func() { g() } // ERROR "declared and not used: g" "undefined: g"
}
