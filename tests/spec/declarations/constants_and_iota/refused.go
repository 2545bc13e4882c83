package main

const (
	a int // ERROR
	b // ERROR
)
const c // ERROR
const (
	d, e = 1 // ERROR
	f = 1, 2 // ERROR
	g, h = iota, iota
	i // ERROR
	j, k, l // ERROR
)
const m = n // ERROR
const n = m
const o []int = nil // ERROR
const p = len(q) // ERROR
var q = []int{1}
const r = &s // ERROR
const s = 1
const t int = "a" // ERROR
const u = f1() // ERROR
func f1() int { return 1 }
const v struct{} = struct{}{} // ERROR
const w = iota + x
const x = iota
var y = iota // ERROR
const z float64 = 1 << s
const A, A = 1, 2 // ERROR
const B = [1]int{1}[0] // ERROR
const C = "abc"[1] // ERROR
const D = len([2]int{1, f1()}) // ERROR
const E = cap([2]func(){})
const F = D2 // ERROR
const main = 1 // ERROR
const init = 1 // ERROR
const _ = 1 / 0 // ERROR
const _ int = 1.5 // ERROR
const G int8 = 1 << 7 // ERROR
const nil2 = nil // ERROR
