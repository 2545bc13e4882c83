package main

import (
	"fmt"
	"sync"
)

type message struct {
	id   int
	text string
	tags [3]int
}

type wide struct{ a [12]int }

// exchange sends values through a channel, in each of the ways in which a sender and a receiver can meet.
func exchange[T comparable](name string, values ...T) {
	for _, size := range []int{0, 1, 3} {
		ch := make(chan T, size)
		back := make(chan T)
		good := 0
		go func() { // receives with ok
			for {
				v, ok := <-ch
				if !ok {
					close(back)
					return
				}
				back <- v
			}
		}()
		for _, v := range values {
			ch <- v
			if <-back == v {
				good++
			}
		}
		close(ch)
		zero, ok := <-back
		var want T
		fmt.Println(name, size, good == len(values), ok, zero == want)

		// Several senders and receivers wait at once.
		ch = make(chan T, size)
		var senders, receivers sync.WaitGroup
		var counts [3]int
		for range 3 {
			senders.Go(func() {
				for _, v := range values {
					ch <- v
				}
			})
		}
		for r := range 3 {
			receivers.Go(func() {
				for v := range ch {
					for _, other := range values {
						if v == other {
							counts[r]++
							break
						}
					}
				}
			})
		}
		senders.Wait()
		close(ch)
		receivers.Wait()
		fmt.Println(counts[0]+counts[1]+counts[2] == 3*len(values))

		// With selects on both sides.
		ch = make(chan T, size)
		done, never := make(chan struct{}), make(chan T)
		go func() {
			defer close(done)
			for i := range values {
				if i%2 == 0 {
					ch <- values[i]
					continue
				}
				select {
				case ch <- values[i]:
				case <-never:
				}
			}
		}()
		same := true
		for i, v := range values {
			var got T
			if i%3 == 0 {
				select {
				case got = <-ch:
				case <-done:
					got = <-ch
				}
			} else {
				got = <-ch
			}
			same = same && got == v
		}
		<-done
		fmt.Println(same)
	}
}

func main() {
	exchange("signal", struct{}{}, struct{}{}, struct{}{}, struct{}{})
	exchange("string", "", "one", "two", "three", "four")
	exchange[any]("any", 1, "x", nil, 2.5, message{id: 1})
	exchange("message", message{1, "a", [3]int{1, 2, 3}}, message{2, "b", [3]int{}}, message{}, message{3, "c", [3]int{9}})
	exchange("wide", wide{}, wide{[12]int{1}}, wide{[12]int{11: 5}})
	exchange("complex", 1+2i, 3i, 0, 4)

	// A panic in one who waits to send.
	ch := make(chan message)
	failed := make(chan any)
	go func() {
		defer func() { failed <- recover() }()
		ch <- message{}
	}()
	for range 3 {
		go func() {}()
	}
	close(ch)
	fmt.Println(<-failed)
}
