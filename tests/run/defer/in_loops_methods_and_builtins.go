package main

import (
	"fmt"
	"sync"
)

type stack struct{ log []string }

func (s *stack) push(x string) *stack { s.log = append(s.log, x); return s }

func run() *stack {
	s := &stack{}
	defer s.push("a").push("b").push("c")
	s.push("body")
	return s
}

func locks() {
	var mu sync.Mutex
	for range 3 {
		func() {
			mu.Lock()
			defer mu.Unlock()
		}()
	}
	fmt.Println(mu.TryLock())
}

func builtins() (n int) {
	m := map[string]int{"a": 1}
	ch := make(chan int, 1)
	dst := make([]int, 2)
	defer func() { n = len(m) + dst[0] }()
	defer delete(m, "a")
	defer copy(dst, []int{5, 6})
	defer close(ch)
	defer print()
	return 100
}

func many() int {
	n := 0
	func() {
		for i := range 10000 {
			defer func() { n += i }()
		}
	}()
	return n
}

func main() {
	fmt.Println(run().log)
	locks()
	fmt.Println(builtins(), many())
	defer func() { defer fmt.Println("innermost last") }()
}
