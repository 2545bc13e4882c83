package main

func main() {
	var ch chan int
	go func() {
		ch <- 1
	}()
	<-ch
}
