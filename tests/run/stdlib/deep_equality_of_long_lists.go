package main

import (
	"fmt"
	"reflect"
)

type node struct {
	next *node
	v    int
}

func long(n int) *node {
	var first *node
	for i := range n {
		first = &node{first, i}
	}
	return first
}

func main() {
	fmt.Println(reflect.DeepEqual(long(30000), long(30000)), reflect.DeepEqual(long(30000), long(30001)))
	a, b := long(30000), long(30000)
	a.next.next.next.v++
	fmt.Println(reflect.DeepEqual(a, b), reflect.DeepEqual(b, a), reflect.DeepEqual(a, a))
}
