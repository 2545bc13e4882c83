// flags: --gc-stress
package main

// A select by reflection that waits for large values of several types.

import (
	"fmt"
	"reflect"
	"runtime"
)

type large struct {
	name  string
	parts [20]*int
}

func main() {
	a, b, c := make(chan large), make(chan [30]string), make(chan error)
	cases := []reflect.SelectCase{
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(a)},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(b)},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)},
	}
	over := make(chan bool)
	go func() {
		for range 7 {
			i, v, ok := reflect.Select(cases)
			switch v := v.Interface().(type) {
			case large:
				fmt.Println(i, v.name, *v.parts[19], ok)
			case [30]string:
				fmt.Println(i, v[0], v[29], ok)
			default:
				fmt.Println(i, v, ok)
			}
		}
		over <- true
	}()
	for i := range 2 {
		n := i + 10
		v := large{name: fmt.Sprint("large", i)}
		v.parts[19] = &n
		a <- v
		runtime.GC()
		var texts [30]string
		texts[0], texts[29] = fmt.Sprint("first", i), fmt.Sprint("last", i)
		b <- texts
		runtime.GC()
		c <- fmt.Errorf("error %d", i)
		runtime.GC()
	}
	close(c)
	runtime.GC()
	<-over
}
