package main

import "fmt"

var ch = make(chan int, 5)

func c(name string) chan int { fmt.Print(name, " "); return ch }
func v(n int) int            { fmt.Print("v", n, " "); return n }
func nilc() chan int         { fmt.Print("nil "); return nil }

func main() {
	select {
	case <-nilc():
	case c("a") <- v(1):
	case nilc() <- v(2):
	}
	fmt.Println(len(ch))
	arr := [3]int{}
	idx := func() int { fmt.Print("idx "); return 1 }
	select {
	case <-nilc():
	case arr[idx()] = <-c("b"):
		fmt.Println(arr)
	}
	select {
	case arr[idx()] = <-nilc():
	default:
		fmt.Println("index not evaluated")
	}
	var x any
	m := map[string]bool{}
	ch <- 3
	select {
	case x, m["ok"] = <-ch:
		fmt.Println(x, m)
	}
}
