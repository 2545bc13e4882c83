package main

func main() {
	jobs := make(chan int, 1)
	ready := make(chan bool)
	go func() {
		close(jobs)
		ready <- true
		select {}
	}()
	<-ready
	jobs <- 1
}
