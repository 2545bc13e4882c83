package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.add(1) // ERROR ".WaitGroup has no field or method add, but does have method Add)"
	go func() { // ERROR "expression in go must be function call"
		defer wg.done() // ERROR ".WaitGroup has no field or method done, but does have method Done)"
	}
	wg.Wait()
}
