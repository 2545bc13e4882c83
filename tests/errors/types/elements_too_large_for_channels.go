package main

type block [1 << 16]byte

type wrapped struct{ b block }

func main() {
	var small chan [1<<16 - 1]byte
	_ = small
	var big chan block // ERROR "channel element type too large (>64kB)"
	_ = big
	var wrap chan wrapped // ERROR "channel element type too large (>64kB)"
	_ = wrap
	var behind chan *block
	_ = behind
}
