// Deferred calls of function variables, parameters, results and nil, and of methods that are instructions: what is deferred is the
// value at the time, and recover works in it.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type action func()

func say(s string) func() { return func() { fmt.Println(s) } }

func run(f func(), g action) (err error) {
	defer f()
	defer g()
	h := say("h")
	defer h()
	h = say("not this one")
	k := func() int { fmt.Println("result dropped"); return 3 }
	defer k()
	rescue := func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("rescued %v", r)
		}
	}
	defer rescue()
	panic("p")
}

func deferNil() {
	defer func() { fmt.Println("then", recover()) }()
	var f func()
	defer f()
	fmt.Println("before")
}

func each(fs ...func()) {
	for _, f := range fs {
		defer f()
	}
	fmt.Println("each")
}

var global = say("global")

func locks() (n int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			n++
		}()
	}
	wg.Wait()
	return n
}

func negative() {
	defer func() { fmt.Println(recover()) }()
	var wg sync.WaitGroup
	defer wg.Done()
}

func main() {
	fmt.Println(run(say("f"), func() { fmt.Println("g") }))
	deferNil()
	each(say("1"), say("2"), say("3"))
	func() {
		defer global()
		global = say("changed")
	}()
	fmt.Println(locks())
	negative()
	var p *sync.WaitGroup
	func() {
		defer func() { fmt.Println(recover()) }()
		defer p.Done()
		fmt.Println("deferred on nil")
	}()
	f := func() { panic(errors.New("from deferred")) }
	func() {
		defer func() { fmt.Println(recover()) }()
		defer f()
		panic("first")
	}()
	for s := range func(yield func(string) bool) { _ = yield("a") && yield("b") } {
		h := say(s)
		defer h()
	}
	fmt.Println("end")
}
