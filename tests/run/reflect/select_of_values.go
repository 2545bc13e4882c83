package main

import (
	"fmt"
	"reflect"
	"sync"
	"time"
)

type big struct{ a [40]int }

func try(name string, cases ...reflect.SelectCase) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: panic %v\n", name, r)
		}
	}()
	i, v, ok := reflect.Select(cases)
	fmt.Println(name, i, v, ok, v.IsValid())
}

func recv(c any) reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)}
}

func send(c, v any) reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(c), Send: reflect.ValueOf(v)}
}

var fallback = reflect.SelectCase{Dir: reflect.SelectDefault}

func main() {
	ints := make(chan int, 2)
	texts := make(chan string, 1)
	try("default", recv(ints), fallback, recv(texts))
	texts <- "hello"
	try("text", recv(ints), fallback, recv(texts))
	try("sent", recv(texts), send(ints, 7))
	fmt.Println(<-ints)
	close(texts)
	try("closed", recv(ints), recv(texts))

	// Values that are converted, and that do not fit into registers.
	errs := make(chan error, 1)
	try("error", send(errs, fmt.Errorf("oh")))
	try("got error", recv(errs))
	bigs := make(chan big, 1)
	try("big", send(bigs, big{[40]int{39: 5}}))
	_, v, ok := reflect.Select([]reflect.SelectCase{recv(bigs)})
	fmt.Println(v.Interface().(big).a[39], ok)
	empty := make(chan struct{}, 1)
	try("empty", send(empty, struct{}{}))
	try("empty", recv(empty))
	sendOnly, recvOnly := (chan<- int)(ints), (<-chan int)(ints)
	try("send only", send(sendOnly, 1))
	try("recv only", recv(recvOnly))

	// Waiting, with a nil channel and a case without one.
	var wg sync.WaitGroup
	wg.Go(func() {
		time.Sleep(time.Millisecond)
		ints <- 42
	})
	var none chan int
	try("waits", recv(none), reflect.SelectCase{Dir: reflect.SelectRecv}, reflect.SelectCase{Dir: reflect.SelectSend}, recv(ints))
	wg.Wait()
	full := make(chan int)
	wg.Go(func() { fmt.Println("taken", <-full) })
	try("waits to send", recv(ints), send(full, 3))
	wg.Wait()

	// All that are ready are chosen some time.
	seen := map[int]int{}
	a, b := make(chan int, 200), make(chan string, 200)
	for range 200 {
		a <- 1
		b <- "x"
	}
	for range 200 {
		i, _, _ := reflect.Select([]reflect.SelectCase{recv(a), recv(b)})
		seen[i]++
	}
	fmt.Println(len(seen), seen[0]+seen[1])

	// Many at once.
	var cases []reflect.SelectCase
	for i := range 300 {
		c := make(chan int)
		cases = append(cases, recv(c))
		go func() {
			c <- i
			close(c)
		}()
	}
	sum, ended := 0, 0
	for len(cases) > 0 {
		i, v, ok := reflect.Select(cases)
		if !ok {
			cases = append(cases[:i], cases[i+1:]...)
			ended++
			continue
		}
		sum += int(v.Int())
	}
	fmt.Println(sum, ended)

	// What is refused.
	try("dir", reflect.SelectCase{})
	try("two defaults", fallback, fallback)
	try("chan", reflect.SelectCase{Dir: reflect.SelectDefault, Chan: reflect.ValueOf(ints)})
	try("send", reflect.SelectCase{Dir: reflect.SelectDefault, Send: reflect.ValueOf(1)})
	try("recv send", reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ints), Send: reflect.ValueOf(1)})
	try("no value", reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(ints)})
	try("only recv", send(recvOnly, 1))
	try("only send", recv(sendOnly))
	try("type", send(ints, "x"))
	try("no chan", recv(5))
	closed := make(chan int)
	close(closed)
	try("send on closed", send(closed, 1))
	select {
	case <-time.After(time.Millisecond):
	}
	go func() {
		time.Sleep(5 * time.Millisecond)
		panic("still waiting")
	}()
	reflect.Select(nil)
}
