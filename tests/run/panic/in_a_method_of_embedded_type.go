package main

type i struct{ m map[int]int }

func (x *i) Do() { x.m[1] = 2 }

type o struct{ *i }

func main() {
	o{&i{}}.Do()
}
