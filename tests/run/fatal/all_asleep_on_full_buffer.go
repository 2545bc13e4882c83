package main

func main() {
	ch := make(chan int, 2)
	for i := range 3 {
		ch <- i
	}
}
