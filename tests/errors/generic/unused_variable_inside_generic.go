package main

func f[T any](t T) {
	x := t // ERROR "declared and not used: x"
	var y T // ERROR "declared and not used: y"
}

func main() {}
