package main

import (
	"fmt"
	"runtime"
)

type blob struct{ data [64]int }

func main() {
	ch := make(chan *blob, 10)
	for i := range 10 {
		b := &blob{}
		b.data[63] = i
		ch <- b
	}
	parked := make(chan any)
	result := make(chan int)
	for i := range 5 {
		local := []int{i, i * 10, i * 100}
		go func() {
			held := map[string][]int{"k": local}
			<-parked
			result <- held["k"][2]
		}()
	}
	for range 3 {
		junk := make([][]int, 0)
		for i := range 3000 {
			junk = append(junk, make([]int, i%100))
		}
		runtime.GC()
		_ = junk
	}
	close(parked)
	sum := 0
	for range 5 {
		sum += <-result
	}
	for range 10 {
		sum += (<-ch).data[63]
	}
	fmt.Println(sum)
}
