package main

import (
	"fmt"
	"reflect"
)

func main() {
	x := []int{1}
	seen := map[any]bool{}
	v := reflect.ValueOf(x)
	seen[v.UnsafePointer()] = true
	fmt.Println(seen[reflect.ValueOf(x).UnsafePointer()], v.UnsafePointer() == nil)
}
