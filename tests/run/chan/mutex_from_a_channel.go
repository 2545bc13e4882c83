package main

import "fmt"

type lock chan struct{}

func (l lock) Lock()   { l <- struct{}{} }
func (l lock) Unlock() { <-l }

func main() {
	l := make(lock, 1)
	n := 0
	done := make(chan bool)
	for range 10 {
		go func() {
			for range 100 {
				l.Lock()
				n++
				l.Unlock()
			}
			done <- true
		}()
	}
	for range 10 {
		<-done
	}
	fmt.Println(n)
}
