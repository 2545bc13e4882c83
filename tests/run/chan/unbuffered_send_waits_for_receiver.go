package main

import "fmt"

func main() {
	ch := make(chan int)
	done := make(chan bool)
	var log []string
	go func() {
		for v := range ch {
			log = append(log, fmt.Sprint("got ", v))
		}
		done <- true
	}()
	for i := range 3 {
		ch <- i
	}
	close(ch)
	<-done
	fmt.Println(log)
	fmt.Println(len(ch), cap(ch))
}
