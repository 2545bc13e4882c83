package main

import (
	"fmt"
	"reflect"
)

type T struct{ a, _, c int }

var global = T{1, 2, 3}

func side() int {
	fmt.Println("evaluated")
	return 5
}

func main() {
	local := T{1, side(), 3}
	p := &T{4, 5, 6}
	for _, x := range []any{global, local, *p} {
		fmt.Println(x, reflect.ValueOf(x).Field(1).Int())
	}
	fmt.Println(global == local)
}
