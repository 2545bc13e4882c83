// Struct types with fields that are not exported are different in different packages.
package main

import (
	"fmt"
	"struct_types_of_packages/left"
	other "struct_types_of_packages/right"
)

type T struct{ a int }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	fmt.Println(left.X == other.X, left.Y == other.Y)
	try(func() { fmt.Println(left.X.(struct{ x int })) })
	try(func() { fmt.Println(left.Y.(struct{ X int })) })
	try(func() { fmt.Println(left.Make().(T)) })
	try(func() { fmt.Println(left.Make().(other.T)) })
	try(func() {
		type T struct{ a int }
		var x any = T{}
		fmt.Println(x.(interface{ M() }))
	})
	try(func() {
		var x any = T{}
		type T struct{ a int }
		fmt.Println(x.(T))
	})
}
