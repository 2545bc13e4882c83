package main

import "errors"

func f() {
	return errors.New("x") // ERROR "too many return values"
}

func main() {}
