package main

func main() {
	var hits [128]int
	for _, b := range []byte("a\xff") {
		hits[b]++
	}
}
