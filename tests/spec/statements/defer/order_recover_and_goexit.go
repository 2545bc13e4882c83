package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
)

type T struct{ n int }

func (t T) Show(s string)   { fmt.Println("T", t.n, s) }
func (t *T) PShow(s string) { fmt.Println("*T", t.n, s) }

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("got %v after %d", r, n)
		}
		n *= 2
	}()
	n = 21
	defer func() { n++ }()
	panic("p")
}

func helper() any { return recover() }
func rec(s string) {
	fmt.Println(s, recover())
}

func nested() {
	defer rec("outermost")
	defer func() {
		defer rec("in deferred")
		defer func() { func() { fmt.Println("two deep", recover()) }() }()
		panic("second")
	}()
	defer func() { fmt.Println("helper", helper()) }()
	defer func() {
		defer func() { fmt.Println("deferred in deferred", recover()) }()
	}()
	panic("first")
}

func loop() {
	for i := range 3 {
		defer fmt.Print("d", i, " ")
		defer func(n int) { fmt.Print("c", i, n, " ") }(i * 10)
	}
}

func ret(n int) (s string) {
	defer func() { s += "!" }()
	switch n {
	case 0:
		return "zero"
	case 1:
		s = "one"
		return
	}
	for {
		defer func() { s += "?" }()
		return fmt.Sprint(n)
	}
}

func goexit() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("goexit recover", recover()) }()
		func() {
			defer fmt.Println("inner deferred")
			runtime.Goexit()
		}()
		fmt.Println("never")
	}()
	wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("panic then goexit", recover()) }()
		defer runtime.Goexit()
		panic("lost")
	}()
	wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { recover() }()
		defer panic("after goexit")
		runtime.Goexit()
	}()
	wg.Wait()
}

func values() {
	t := T{1}
	defer t.Show("value")
	defer t.PShow("pointer")
	f := t.Show
	defer f("method value")
	t.n = 2
	x := []int{1}
	defer fmt.Println(x, x[0], len(x))
	x[0] = 5
	x = append(x, 6)
	var nilf func()
	defer func() { fmt.Println("nil func:", recover()) }()
	defer nilf()
	fmt.Println("values end")
}

func repanic() (err error) {
	defer func() { err, _ = recover().(error) }()
	defer func() {
		r := recover()
		panic(fmt.Errorf("wrapped: %w", r.(error)))
	}()
	panic(errors.New("inner"))
}

func rangefunc(yield func(int) bool) {
	defer fmt.Println("iterator done")
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func inRange() (s string) {
	for i := range rangefunc {
		defer func() { s += fmt.Sprint("d", i) }()
		if i == 1 {
			return "ret"
		}
	}
	return "end"
}

func panicInRange() {
	defer func() { fmt.Println("recovered", recover()) }()
	for i := range rangefunc {
		if i == 1 {
			panic(fmt.Sprint("at ", i))
		}
	}
}

func main() {
	fmt.Println(named())
	nested()
	loop()
	fmt.Println()
	fmt.Println(ret(0), ret(1), ret(2))
	goexit()
	values()
	fmt.Println(repanic())
	fmt.Println(inRange())
	panicInRange()
	func() {
		defer func() {
			r := recover()
			_, rt := r.(runtime.Error)
			e, pn := r.(*runtime.PanicNilError)
			fmt.Println(r, rt, pn, e)
		}()
		panic(nil)
	}()
	func() {
		defer func() { fmt.Println(recover(), recover()) }()
		defer func() { panic("replaced") }()
		panic("original")
	}()
	fmt.Println(recover())
	defer fmt.Println("not run on exit")
	defer os.Exit(3)
	defer func() { recover() }()
	panic("x")
}
