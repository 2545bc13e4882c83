package main

var (
	a = 'aa' // ERROR
	b = '\k' // ERROR
	c = '\xa' // ERROR
	d = '\0' // ERROR
	e = '\400' // ERROR
	f = '\uDFFF' // ERROR
	g = '\U00110000' // ERROR
	h = '' // ERROR
	i = "\'" // ERROR
	j = '\"' // ERROR
	k = "\uD800" // ERROR
	l = "\U00110000" // ERROR
	m = "\xg0" // ERROR
	n = "\08" // ERROR
	o = "\u12" // ERROR
	p = "\q" // ERROR
	r = 'abc // ERROR
	s = "abc // ERROR
	t = ' // ERROR
)

func main() {}
