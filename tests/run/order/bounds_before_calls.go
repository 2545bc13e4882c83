// The bounds of a slice are copied at their place, all but plain variables, which are read after the calls.
package main

import "fmt"

type lexer struct {
	source string
	offset int
	list   []int
}

func (l *lexer) scan() int {
	l.offset += 3
	if len(l.list) > 0 {
		l.list[0] += 2
	}
	return l.offset
}

func main() {
	l := &lexer{source: "0123456789abcdefghijklmnopqrstuvwxyz", offset: 1, list: []int{1, 2, 3}}
	fmt.Println(l.source[l.offset-1 : l.scan()])
	fmt.Println(l.source[l.offset:l.scan()])
	fmt.Println(l.source[l.list[1]:l.scan()])
	local := l.source
	fmt.Println(local[l.offset-2 : l.scan()])

	i := 1
	grow := func(n int) int { i += 2; return i + n }
	fmt.Println(local[i:grow(2)])
	fmt.Println(local[i-1 : grow(2)])
	fmt.Println(local[i+0 : grow(2)])
	p := &i
	fmt.Println(local[*p:grow(2)])
	xs := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}
	i = 1
	fmt.Println(xs[i:grow(6):grow(9)], xs[i-1:grow(6):grow(9)])
	fmt.Println(xs[grow(0):i+4], xs[grow(0)-i:9])
	short := []int{1, 2, 3}
	push := func() int { short = append(short, 0); return len(short) + 2 }
	fmt.Println(xs[len(short):push()])
	fmt.Println(xs[len(short)-1 : push()])
	fmt.Println(xs[int(l.list[0]):l.scan()])
	i = 1
	fmt.Println(xs[int(i):grow(6)])
	s := "abc"
	cut := func() int { s = "ABCDEF"; return 3 }
	fmt.Println(s[len(s)-2 : cut()])
	var text = l.source[l.offset-1:l.scan()] + l.source[l.offset-1:l.scan()-1]
	fmt.Println(text)
}
