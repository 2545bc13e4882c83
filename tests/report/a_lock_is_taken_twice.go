package main

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	c.show()
}

func (c *counter) show() {
	c.mu.Lock()
	defer c.mu.Unlock()
	println(c.n)
}

func main() {
	var c counter
	c.add()
}
