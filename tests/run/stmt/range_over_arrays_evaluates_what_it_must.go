package main

import "fmt"

var calls int

func array() [2]int {
	calls++
	return [2]int{5, 6}
}

func pointer() *[2]int {
	calls++
	return nil
}

// Without elements a range over an array only needs its length. Where that is a constant, nothing is evaluated.
func main() {
	for i := range [2]int{1, []int(nil)[5:][0]} {
		fmt.Println("literal", i)
	}
	var none []([2]int)
	for i := range none[5] {
		fmt.Println("element", i)
	}
	for range none[calls+7] {
		fmt.Println("nothing")
	}
	var p *[3]int
	for i := range p {
		fmt.Println("pointer", i)
	}
	for i := range *p {
		fmt.Println("pointed", i)
	}
	var pointers []*[1]bool
	for i := range pointers[9] {
		fmt.Println("pointers", i)
	}
	var s *struct{ a [1]int }
	for i := range s.a {
		fmt.Println("field", i)
	}
	// With a call the length is no constant.
	for i := range array() {
		fmt.Println("call", i, calls)
	}
	for i := range pointer() {
		fmt.Println("call", i, calls)
	}
	c := make(chan [1]int, 1)
	c <- [1]int{}
	for i := range <-c {
		fmt.Println("receive", i, len(c))
	}
	for i := range [1]func() int{func() int { calls = 100; return 1 }} {
		fmt.Println("a function is no call", i, calls)
	}
	// With a second variable, if only a blank one, it is evaluated.
	try(func() {
		for i, _ := range *p {
			fmt.Println(i)
		}
	})
	try(func() {
		for _, _ = range none[5] {
			fmt.Println("none")
		}
	})
	try(func() {
		for i, _ := range p {
			fmt.Println("pointer", i)
		}
	})
	try(func() {
		for i, _ := range pointers[9] {
			fmt.Println(i)
		}
	})
	try(func() {
		for _, x := range none[3] {
			fmt.Println(x)
		}
	})
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}
