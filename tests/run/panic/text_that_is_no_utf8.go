package main

import "fmt"

type failure string

func (f failure) Error() string { return string(f) }

func main() {
	defer func() { panic(fmt.Sprint("two\xfe\n", recover())) }()
	panic(failure("a\xffb\xc0\n\x00 \u00e9"))
}
