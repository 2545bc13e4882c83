// Packages of other modules come from the vendor folder, and have their own paths.
package main

import (
	"fmt"
	"reflect"

	"example.com/app/internal/own"
	"example.com/greet"
	"example.com/greet/loud"
)

func main() {
	fmt.Println(greet.Hello("you"), own.Number)
	fmt.Println(loud.Hello("you"))
	fmt.Println(reflect.TypeOf(greet.Greeting{}).PkgPath())
	fmt.Printf("%T\n", loud.Greeter{})
}
