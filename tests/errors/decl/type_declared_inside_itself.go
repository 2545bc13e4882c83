package main

func main() {
	type t struct{ x t } // ERROR "invalid recursive type: t refers to itself"
	type l struct{ next *l }
	var v l
	_ = v
}
