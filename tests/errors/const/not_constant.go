package main

var v = 1

func f() int { return 1 }

const a = v // ERROR "v (variable of type int) is not constant"
const b = f() // ERROR "f() (value of type int) is not constant"
const c = len([]int{1}) // ERROR "len([]int{…}) (value of type int) is not constant"
const d = []int{1} // ERROR "[]int{…} (value of type []int) is not constant"
const e = "abc"[0] // ERROR "[0] (value of type byte) is not constant"
const g = &v // ERROR "&v (value of type *int) is not constant"
const h = nil // ERROR "nil is not constant"
const i = struct{}{} // ERROR "struct{}{} (value of type struct{}) is not constant"
const j int = v + 1 // ERROR "v + 1 (value of type int) is not constant"

func main() {}
