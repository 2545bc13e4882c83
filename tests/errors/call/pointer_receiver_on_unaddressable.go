package main

type t struct{}

func (*t) m() {}

func get() t { return t{} }

func main() {
	t{}.m() // ERROR "cannot call pointer method m on t"
	get().m() // ERROR "cannot call pointer method m on t"
	map[int]t{}[1].m() // ERROR "cannot call pointer method m on t"
	t.m(t{}) // ERROR "invalid method expression t.m (needs pointer receiver (*t).m)"
	var i interface{ m() } = t{} // ERROR "cannot use t{} (value of struct type t) as interface{m()} value in variable declaration: t does not implement interface{m()} (method m has pointer receiver)"
	_ = i
}
