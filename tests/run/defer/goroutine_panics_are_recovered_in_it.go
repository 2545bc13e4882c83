package main

import (
	"fmt"
	"sync"
)

func safe(wg *sync.WaitGroup, errs chan<- error, f func()) {
	defer wg.Done()
	defer func() {
		if r := recover(); r != nil {
			errs <- fmt.Errorf("caught: %v", r)
		}
	}()
	f()
}

func main() {
	var wg sync.WaitGroup
	errs := make(chan error, 3)
	wg.Add(3)
	go safe(&wg, errs, func() { panic("a") })
	wg.Done()
	wg.Add(1)
	go safe(&wg, errs, func() {})
	go safe(&wg, errs, func() { var p *int; *p = 1 })
	wg.Wait()
	close(errs)
	n := 0
	for e := range errs {
		n += len(e.Error())
	}
	fmt.Println(n)
}
