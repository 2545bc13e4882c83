package main

import "errors"

func main() {
	err := errors.New("x")
	if err == "x" { // ERROR "(untyped string constant) to type interface{Error() string}"
	}
}
