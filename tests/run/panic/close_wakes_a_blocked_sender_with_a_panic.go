package main

func main() {
	c := make(chan int)
	go func() { close(c) }()
	c <- 1
}
