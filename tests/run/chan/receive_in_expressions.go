package main

import "fmt"

func main() {
	ch := make(chan int, 10)
	for i := range 10 {
		ch <- i
	}
	fmt.Println(<-ch+<-ch*<-ch, -<-ch, []int{<-ch, <-ch})
	if v := <-ch; v == 6 {
		fmt.Println("six")
	}
	switch <-ch {
	case 7:
		fmt.Println("seven")
	}
	m := map[int]int{<-ch: 8}
	fmt.Println(m)
	var v, ok = <-ch
	fmt.Println(v, ok)
	cc := make(chan chan int, 1)
	cc <- ch
	go func() { ch <- 42 }()
	fmt.Println(<-<-cc)
	f := func() <-chan int { c := make(chan int, 1); c <- 5; return c }
	fmt.Println(<-f())
}
