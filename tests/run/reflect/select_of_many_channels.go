package main

import (
	"fmt"
	"reflect"
)

func main() {
	const n = 2000
	var cs []reflect.SelectCase
	for i := range n {
		c := make(chan int)
		go func() { c <- i; close(c) }()
		cs = append(cs, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)})
	}
	sum, k := 0, 0
	for len(cs) > 0 {
		i, v, ok := reflect.Select(cs)
		if !ok {
			cs = append(cs[:i], cs[i+1:]...)
			continue
		}
		k++
		sum += int(v.Int())
	}
	fmt.Println(sum, k)
	var mixed []reflect.SelectCase
	cc := make(chan string, 1)
	for range 40 {
		mixed = append(mixed, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(make(chan [40]int))})
		mixed = append(mixed, reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(make(chan [3]int)), Send: reflect.ValueOf([3]int{})})
	}
	mixed = append(mixed, reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(cc), Send: reflect.ValueOf("hi")})
	i, v, ok := reflect.Select(mixed)
	fmt.Println(i, v.IsValid(), ok, <-cc)
	big := make(chan [40]int, 1)
	big <- [40]int{5: 7}
	mixed[40].Chan = reflect.ValueOf(big)
	mixed = mixed[:len(mixed)-1]
	i, v, ok = reflect.Select(mixed)
	fmt.Println(i, v, ok)
}
