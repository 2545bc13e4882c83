package main

func main() {
	x := len // ERROR "declared and not used: x" "len (built-in) must be called"
	_ = append // ERROR "append (built-in) must be called"
	print // ERROR "print (built-in) must be called"
	f(make) // ERROR "undefined: f"
	var y = cap // ERROR "declared and not used: y" "cap (built-in) must be called"
}
