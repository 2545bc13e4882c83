package main

import "fmt"

func produce(n int, out chan<- int) {
	defer close(out)
	for i := range n {
		out <- i
	}
}

func consume(in <-chan int) (sum int) {
	for v := range in {
		sum += v
	}
	return
}

func gen() <-chan string {
	ch := make(chan string, 1)
	ch <- "gen"
	return ch
}

type req struct {
	n     int
	reply chan<- int
}

func main() {
	ch := make(chan int)
	go produce(5, ch)
	fmt.Println(consume(ch), <-gen())
	reqs := make(chan req)
	go func() {
		for r := range reqs {
			r.reply <- r.n * r.n
		}
	}()
	reply := make(chan int)
	for i := range 3 {
		reqs <- req{i, reply}
		fmt.Print(<-reply, " ")
	}
	fmt.Println()
	var ro <-chan int = ch
	fmt.Printf("%T %T %T %T\n", ro, (chan<- int)(ch), make(chan (<-chan int)), make(chan<- chan int))
	fmt.Println(ro == ch)
}
