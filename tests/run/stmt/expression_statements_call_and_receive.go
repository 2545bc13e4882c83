package main

import (
	"fmt"
	"strings"
)

func main() {
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	<-ch
	(<-ch)
	fmt.Println(len(ch))
	func() { fmt.Println("called") }()
	(fmt.Println)("paren")
	copy(make([]int, 1), []int{1})
	strings.NewReader("x").Len()
	;
	{
	}
	;;
}
