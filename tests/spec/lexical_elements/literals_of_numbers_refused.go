package main

var (
	a = 4__2 // ERROR
	b = 42_ // ERROR
	c = 0_xBadFace // ERROR
	d = 0xBadFace_ // ERROR
	e = 0x // ERROR
	f = 0b // ERROR
	g = 0o // ERROR
	h = 0b12 // ERROR
	i = 0o78 // ERROR
	j = 089 // ERROR
	k = 1e // ERROR
	l = 1e+ // ERROR
	m = 0x1.8 // ERROR
	n = 0x1.8e1 // ERROR
	o = 1p3 // ERROR
	p = 0x.p1 // ERROR
	q = 1_.5 // ERROR
	r = 1._5 // ERROR
	s = 1.5_e1 // ERROR
	t = 1.5e_1 // ERROR
	u = 1.5e1_ // ERROR
	v = 0x1p_2 // ERROR
	w = 0b1.0 // ERROR
	x = 0o1e3 // ERROR
	y = 0b1p2 // ERROR
	z = 09_ // ERROR
	A = 0_ // ERROR
	B = 08 // ERROR
	C = 0x1g
	D = 12abc
	E = 0xp1 // ERROR
	F = 1__0i // ERROR
)

func main() {}
