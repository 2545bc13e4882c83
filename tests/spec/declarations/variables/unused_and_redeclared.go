package main

import (
	"fmt" // ERROR
	"math" // ERROR
	str "strings" // ERROR
	_ "os"
	. "sort" // ERROR
)

var a, b = 1 // ERROR
var c, d int = 1, 2, 3 // ERROR
var e = nil // ERROR
var g = h // ERROR
var h = g
var k, l = two()
var m = two() // ERROR
var n = none() // ERROR
var o = a.b
var p int = "s" // ERROR
var p string // ERROR
var q = fmt // ERROR
var r = int // ERROR
var s [len(s)]int // ERROR

func two() (int, int) { return 1, 2 }
func none()           {}

func main() {
	var x int // ERROR
	y := 1 // ERROR
	z, w := 1, 2 // ERROR
	z = 3
	v := func() { u := 1 } // ERROR
	t := 1
	t++
	t += 2
	var s []int
	s[0] = 1
	m := map[int]int{}
	m[1] = 2
	p := new(int)
	*p = 1
	st := struct{ a int }{}
	st.a = 1
	for i := range 3 { // ERROR
	}
	for i := 0; ; { // ERROR
	}
	if q := 1; true { // ERROR
	}
	switch q := 1; { // ERROR
	}
	switch q := any(1).(type) { // ERROR
	}
	switch q := any(1).(type) { // ERROR
	case int:
	}
	switch q := any(1).(type) {
	case int:
		_ = q
	case string:
	}
	a, b := 1, 2 // ERROR
	a, b := 3, 4 // ERROR
	a, a := 5, 6 // ERROR
	_, _ := 1, 2 // ERROR
	_ := 1 // ERROR
	st.a := 1 // ERROR
	a, st.b := 1, 2 // ERROR
	const unusedConst = 1
	type unusedType int
	func() { a = 1 }()
	var f func()
	f = func() { f() }
	fmt := 1 // ERROR
	_ = b
	select {
	case x := <-make(chan int): // ERROR
	}
	goto L
L:
	for {
	M: // ERROR
		break
	}
}

func params(unused int, _ string) (alsoUnused error) { return }
