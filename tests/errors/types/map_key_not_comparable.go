package main

type s struct{ x []int }

var a map[[]int]string // ERROR "invalid map key type []int"
var b map[map[int]int]string // ERROR "invalid map key type map[int]int"
var c map[func()]string // ERROR "invalid map key type func()"
var d map[s]int // ERROR "invalid map key type s"
var e map[[2]s]int // ERROR "invalid map key type [2]s"

func main() {}
