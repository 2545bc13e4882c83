package main

import "errors"

type wrapper struct{ err error }

func main() {
	panic(wrapper{err: errors.New("inner")}.err)
}
