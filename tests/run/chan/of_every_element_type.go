package main

import "fmt"

type big struct {
	a [20]int
	s string
}

func echo[T any](v T) T {
	a, b := make(chan T), make(chan T, 1)
	go func() { b <- <-a }()
	a <- v
	return <-b
}

func main() {
	fmt.Println(echo(true), echo(int8(-5)), echo(uint16(65535)), echo(float32(1.5)), echo(2+3i), echo("str"))
	fmt.Println(echo([]int{1, 2}), echo([3]byte{1, 2, 3}), echo(map[string]int{"a": 1}), echo(struct{}{}))
	fmt.Println(echo[any](1.5), echo[error](nil), echo(big{s: "big"}).s, echo([40]int{39: 7})[39])
	fmt.Println(echo(func() int { return 9 })(), *echo(new(5)), <-echo(echo(func() chan int { c := make(chan int, 1); c <- 3; return c }())))
	c := make(chan [2]string, 2)
	c <- [2]string{"a", "b"}
	c <- [2]string{"c"}
	fmt.Println(<-c, (<-c)[0])
}
