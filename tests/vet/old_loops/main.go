package main

import (
	"fmt"
	"sync"
)

type T struct{ n int }

func (t T) show(format string, args ...any) { fmt.Printf(format, args...) }

func main() {
	var wg sync.WaitGroup
	for i, v := range []int{1, 2, 3} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(i, v)
		}()
	}
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println(i) }()
	}
	for i := 0; i < 3; i++ {
		go func() { fmt.Println(i) }()
		fmt.Println("something follows")
	}
	for i := 0; i < 3; i++ {
		go func(i int) { fmt.Println(i) }(i)
	}
	for i := 0; i < 3; i++ {
		i := i
		go func() { fmt.Println(i) }()
	}
	for k := range map[string]int{} {
		if k == "" {
			go func() { fmt.Println(k) }()
		} else {
			fmt.Println(k)
		}
	}
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			go func() { fmt.Println(i, j) }()
		}
	}
	for i := range []int{1} {
		switch i {
		case 1:
			defer func() { _ = i }()
		}
	}
	T{}.show("%s", 1)
	s := "x"
	fmt.Printf(s)
	wg.Wait()
}
