package main

import "fmt"

type t struct {
	n int
	s string
}

func main() {
	ch := make(chan t, 1)
	ch <- t{1, "x"}
	close(ch)
	v, ok := <-ch
	fmt.Println(v, ok)
	v, ok = <-ch
	fmt.Println(v, ok, <-ch == t{})
	e := make(chan error)
	close(e)
	fmt.Println(<-e)
	i := make(chan any, 1)
	i <- nil
	close(i)
	x, ok := <-i
	fmt.Println(x, ok)
	x, ok = <-i
	fmt.Println(x, ok)
	done := make(chan struct{})
	go close(done)
	<-done
	<-done
	fmt.Println("done")
}
