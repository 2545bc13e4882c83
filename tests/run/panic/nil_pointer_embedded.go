package main

import "fmt"

type inner struct{ n int }
type outer struct{ *inner }

func main() {
	var o outer
	fmt.Println(o.n)
}
