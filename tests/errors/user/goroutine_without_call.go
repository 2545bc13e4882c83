package main

import "sync"

func main() {
	var wg sync.WaitGroup
	go func() { // ERROR "expression in go must be function call"
		wg.Done()
	}
}
