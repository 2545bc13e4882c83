package main

import "fmt"

type I interface{ M() }
type T struct{ x int }

func (T) M() { fmt.Println("M") }

var pt *T

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var i I = pt
	try("defer", func() {
		defer i.M()
		fmt.Println("reached")
	})
	try("method value", func() {
		f := i.M
		fmt.Println("made")
		f()
	})
	try("concrete value", func() {
		f := pt.M
		fmt.Println("made")
		f()
	})
	try("concrete defer", func() {
		defer pt.M()
		fmt.Println("reached")
	})
	var n I
	try("nil defer", func() {
		defer n.M()
		fmt.Println("reached")
	})
	try("nil func", func() {
		var f func()
		defer f()
		fmt.Println("reached")
	})
	try("method expr", func() {
		f := I.M
		fmt.Println("made")
		f(i)
	})
	try("ptr method expr", func() {
		f := (*T).M
		defer f(pt)
		fmt.Println("made")
	})
	type S struct{ *T }
	try("embedded", func() {
		var s S
		var j I = s
		defer j.M()
		fmt.Println("reached")
	})
	try("embedded go", func() {
		var s S
		f := s.M
		_ = f
		fmt.Println("reached")
	})
}
