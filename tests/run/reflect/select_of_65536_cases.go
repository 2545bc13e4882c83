package main

import (
	"fmt"
	"reflect"
)

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	ch := make(chan int)
	close(ch)
	var cs []reflect.SelectCase
	for range 65536 {
		cs = append(cs, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)})
	}
	_, _, ok := reflect.Select(cs)
	fmt.Println(ok)
	cs = append(cs, cs[0])
	reflect.Select(cs)
}
