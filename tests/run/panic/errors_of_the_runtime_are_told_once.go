package main

func main() {
	c := make(chan int)
	close(c)
	var m map[string]int
	defer func() { m["a"]++ }()
	defer func() { c <- 1 }()
	defer func() { c <- 2 }()
	c <- 3
}
