package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var w sync.WaitGroup
	w.Add(1)
	go w.Wait()
	time.Sleep(10 * time.Millisecond)
	v := w
	v.Done()
	fmt.Println(1)
	w.Done()
	fmt.Println(2)
}
