package main

type t struct{ n int }

func (v t) m() int { return v.n }

func main() {
	var p *t
	p.m()
}
