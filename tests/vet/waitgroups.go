package main

import (
	"fmt"
	"sync"
)

type own struct{}

func (own) Add(int) {}

type embeds struct{ sync.WaitGroup }

func main() {
	var wg sync.WaitGroup
	for i := range 3 {
		go func() {
			wg.Add(1)
			defer wg.Done()
			fmt.Println(i)
		}()
	}
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(i)
		}()
	}
	go func() {
		fmt.Println("first something else")
		wg.Add(1)
		wg.Done()
	}()
	go func(wg *sync.WaitGroup) {
		wg.Add(1)
		wg.Done()
	}(&wg)
	go func() {
		defer wg.Done()
		wg.Add(1)
	}()
	func() {
		wg.Add(1)
	}()
	go func() {
		var o own
		o.Add(1)
	}()
	var o own
	go func() { o.Add(1) }()
	var e embeds
	go func() { e.Add(1) }()
	go func() {
		if true {
			wg.Add(1)
		}
	}()
	defer func() { wg.Add(1) }()
	wg.Go(func() { wg.Add(1) })
	wg.Wait()
}
