package main

func (t *Missing[T]) m() {} // ERROR "undefined: Missing"

func main() {}
