package main

import (
	"fmt"
	"reflect"
)

type wide struct {
	name string
	rest [5]int
}

func grow[T any](x T) {
	fmt.Printf("%T:", x)
	for _, n := range []int{0, 1, 2, 3, 5, 9, 300, 1000} {
		s := make([]T, n)
		v := reflect.ValueOf(s)
		one := reflect.Append(v, reflect.ValueOf(&x).Elem())
		five := reflect.AppendSlice(v, reflect.ValueOf(make([]T, 5)))
		room := reflect.New(v.Type()).Elem()
		room.Set(v)
		room.Grow(3)
		fmt.Print(" ", one.Len(), "/", one.Cap(), " ", five.Len(), "/", five.Cap(), " ", room.Len(), "/", room.Cap(), ";")
	}
	fmt.Println()
}

func main() {
	grow(int8(1))
	grow(1)
	grow("a")
	grow(wide{})
	grow(struct{}{})
	grow(&wide{})
	var s []int
	v := reflect.ValueOf(&s).Elem()
	last := -1
	for i := range 3000 {
		v.Set(reflect.Append(v, reflect.ValueOf(i)))
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
}
