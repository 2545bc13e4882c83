package main

func main() {
	a, b := make(chan int), make(chan string)
	go func() {
		b <- "x"
		<-a
	}()
	<-b
	select {
	case a <- 1:
	case <-b:
	}
	select {
	case a <- 2:
	case <-b:
	}
}
