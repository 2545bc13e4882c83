package main

import "errors"

type bad struct{}

func (bad) String() string { panic(errors.New("in String")) }

func main() {
	panic(bad{})
}
