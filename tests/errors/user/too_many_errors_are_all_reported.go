package main

func main() {
	a() // ERROR "undefined: a"
	b() // ERROR "undefined: b"
	c() // ERROR "undefined: c"
	d() // ERROR "undefined: d"
	e() // ERROR "undefined: e"
	f() // ERROR "undefined: f"
	g() // ERROR "undefined: g"
	h() // ERROR "undefined: h"
	i() // ERROR "undefined: i"
	j() // ERROR "undefined: j"
	k() // ERROR "undefined: k"
	l() // ERROR "undefined: l"
}
