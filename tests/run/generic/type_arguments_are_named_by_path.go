package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

type G[T any] struct{}
type P[K comparable, V any] struct{}
type My int

func main() {
	fmt.Printf("%T\n", G[strings.Builder]{})
	fmt.Printf("%T\n", G[*json.Decoder]{})
	fmt.Printf("%T\n", G[any]{})
	fmt.Printf("%T\n", G[error]{})
	fmt.Printf("%T\n", G[func(int, ...string) (bool, error)]{})
	fmt.Printf("%T\n", G[[]byte]{})
	fmt.Printf("%T\n", G[[3]rune]{})
	fmt.Printf("%T\n", G[struct{}]{})
	fmt.Printf("%T\n", G[struct{ x int }]{})
	fmt.Printf("%T\n", G[struct {
		X int `json:"x"`
		y *My
		My
	}]{})
	fmt.Printf("%T\n", G[interface{ Foo(x int) string }]{})
	fmt.Printf("%T\n", G[interface{ foo() }]{})
	fmt.Printf("%T\n", G[chan<- int]{})
	fmt.Printf("%T\n", G[<-chan map[string]My]{})
	fmt.Printf("%T\n", P[string, G[G[My]]]{})
	fmt.Printf("%T\n", P[My, map[string]json.Decoder]{})
	fmt.Printf("%T\n", []P[My, []any]{})
	fmt.Println(reflect.TypeOf(P[string, json.Decoder]{}).Name(), reflect.TypeOf(P[string, json.Decoder]{}).String())
	fmt.Printf("%T %T\n", struct{ x, Y int }{}, []struct{ G[int] }{})
	fmt.Printf("%T\n", G[struct{ G[json.Decoder] }]{})
}
