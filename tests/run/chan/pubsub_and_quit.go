package main

import (
	"fmt"
	"sync"
)

type hub struct {
	subs  []chan string
	quit  chan struct{}
	in    chan string
	ended sync.WaitGroup
}

func newHub(n int) *hub {
	h := &hub{quit: make(chan struct{}), in: make(chan string)}
	for range n {
		h.subs = append(h.subs, make(chan string, 2))
	}
	h.ended.Add(1)
	go h.loop()
	return h
}

func (h *hub) loop() {
	defer h.ended.Done()
	defer func() {
		for _, s := range h.subs {
			close(s)
		}
	}()
	for {
		select {
		case m := <-h.in:
			for _, s := range h.subs {
				s <- m
			}
		case <-h.quit:
			return
		}
	}
}

func main() {
	h := newHub(3)
	var wg sync.WaitGroup
	got := make([][]string, 3)
	for i, s := range h.subs {
		wg.Go(func() {
			for m := range s {
				got[i] = append(got[i], m)
			}
		})
	}
	for i := range 5 {
		h.in <- fmt.Sprint("m", i)
	}
	close(h.quit)
	h.ended.Wait()
	wg.Wait()
	fmt.Println(got)
}
