package main

import "runtime"

func main() {
	var p *int
	runtime.SetFinalizer(p, func(*int) {})
}
