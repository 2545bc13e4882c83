package main

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func main() {
	for i := range bad {
		println(i)
		break
	}
}
