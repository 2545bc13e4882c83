package main

import "fmt"

func main() {
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	for i := 0; i < 2; i++ {
		select {
		case v := <-ch:
			if v == 1 {
				break
			}
			fmt.Println("after break", v)
		}
		fmt.Println("loop", i)
	}
	select {
	case v := <-ch:
		for j := range v {
			if j == 1 {
				break
			}
			fmt.Println("inner", j)
		}
		fmt.Println("end")
	}
	func() {
		select {
		default:
			defer fmt.Println("deferred")
			return
		}
	}()
}
