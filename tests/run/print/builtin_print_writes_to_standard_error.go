package main

func main() {
	println("a", 1, true, nil == any(nil))
	print("b", 2, "c\n")
	println()
	print()
	println(-5, uint8(200), int64(-1<<63), uint64(1<<64-1))
	println('x', "é世")
}
