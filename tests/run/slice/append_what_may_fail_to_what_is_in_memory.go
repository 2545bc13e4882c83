package main

import "fmt"

type token struct {
	kind       int
	start, end int
}

type wide struct {
	a [20]int
	s string
}

type small struct {
	a int8
	b int32
	c string
}

type lexer struct {
	src    string
	pos    int
	tokens []token
	names  []string
	out    []byte
	runes  []rune
	wides  []wide
	smalls []small
	nodes  []*node
	anys   []any
	floats []float32
	bools  []bool
	nested [][]int
	next   *lexer
}

type node struct {
	v    int
	kids []*node
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func (l *lexer) run() {
	for l.pos < len(l.src) {
		start := l.pos
		l.out = append(l.out, l.src[l.pos])
		l.pos++
		l.names = append(l.names, l.src[start:l.pos])
		l.tokens = append(l.tokens, token{len(l.tokens), start, l.pos})
		l.runes = append(l.runes, rune(l.src[start]))
		w := wide{s: l.names[start]}
		w.a[3] = start
		l.wides = append(l.wides, w)
		l.wides = append(l.wides, l.wides[len(l.wides)-1])
		l.smalls = append(l.smalls, small{int8(start), int32(-start), l.names[start]})
		l.nodes = append(l.nodes, &node{v: start})
		l.nodes[0].kids = append(l.nodes[0].kids, l.nodes[start])
		l.anys = append(l.anys, l.tokens[start])
		l.anys = append(l.anys, l.src[start:])
		l.floats = append(l.floats, float32(start)/2)
		l.bools = append(l.bools, start%2 == 0 && l.pos > 1)
		l.nested = append(l.nested, []int{start, l.pos})
		l.nested[0] = append(l.nested[0], l.nested[start][1])
		l.out = append(l.out, l.src[start:l.pos]...)
	}
}

// Which of several mistakes is told.
func failures() {
	var none *lexer
	l := &lexer{src: "ab"}
	at, text := 5, "text"
	var wrong any = 1
	try("index of nil", func() { none.out = append(none.out, none.src[0]) })
	try("index", func() { l.out = append(l.out, l.src[at]) })
	try("nil next and slice", func() { l.next.names = append(l.next.names, l.src[at:]) })
	try("slice", func() { l.names = append(l.names, l.src[at:]) })
	try("divide", func() { l.runes = append(l.runes, rune(1/l.pos)) })
	try("nil and divide", func() { none.runes = append(none.runes, rune(1/l.pos)) })
	try("type", func() { l.names = append(l.names, wrong.(string)) })
	try("nil and type", func() { none.names = append(none.names, wrong.(string)) })
	try("field of nil", func() { l.runes = append(l.runes, rune(none.pos)) })
	try("star", func() {
		var p *[]int
		*p = append(*p, int(text[at]))
	})
	try("element and index", func() { l.nested[at] = append(l.nested[at], int(text[at])) })
	try("literal", func() { l.tokens = append(l.tokens, token{1, l.pos, int(l.src[at])}) })
	try("nil and literal", func() { none.tokens = append(none.tokens, token{1, l.pos, int(l.src[at])}) })
	try("wide of nil", func() {
		var w *wide
		l.wides = append(l.wides, *w)
	})
	m := map[string][]int{}
	try("map", func() { m["x"] = append(m["x"], int(text[at])) })
	fmt.Println(len(m), len(l.out), len(l.names), len(l.runes), len(l.tokens), len(l.wides))
	byAny := map[any][]int{}
	var key any = []int{}
	try("key and index", func() { byAny[key] = append(byAny[key], int(text[at])) })
	var noMap map[string][]int
	try("nil map and index", func() { noMap["x"] = append(noMap["x"], int(text[at])) })
}

// Where the element comes from what is appended to.
func itself() {
	l := &lexer{nested: [][]int{{1, 2}}}
	for i := range 5 {
		l.nested[0] = append(l.nested[0], l.nested[0][i])
		l.nested = append(l.nested, l.nested[0])
	}
	fmt.Println(l.nested)
	n := &node{}
	for range 3 {
		n.kids = append(n.kids, n)
	}
	n.kids[1].kids[2].kids = append(n.kids[1].kids[2].kids, n.kids[0])
	fmt.Println(len(n.kids))
	var list []any
	p := &list
	for range 3 {
		*p = append(*p, *p)
	}
	fmt.Println(list)
}

func main() {
	l := &lexer{src: "a text of some letters"}
	l.run()
	fmt.Println(string(l.out), l.names, l.tokens[20], string(l.runes), len(l.wides), l.wides[41].a[3], l.wides[40].s)
	fmt.Println(l.smalls[21], len(l.nodes[0].kids), l.anys[3], l.anys[40], l.floats[3], l.bools[:4], l.nested[0])
	failures()
	itself()
}
