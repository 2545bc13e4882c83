package main

import (
	"fmt"
	"sort"
	"strings"
)

type reverse struct{ sort.Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

type logger interface {
	Log(string)
	Level() int
}

type base struct{ lines []string }

func (b *base) Log(s string) { b.lines = append(b.lines, s) }
func (b *base) Level() int   { return 1 }

type prefixed struct {
	logger
	prefix string
}

func (p prefixed) Log(s string) { p.logger.Log(p.prefix + s) }

type service struct {
	logger
	*strings.Builder
	name string
}

func main() {
	s := []int{3, 1, 2}
	sort.Sort(reverse{sort.IntSlice(s)})
	fmt.Println(s)
	b := &base{}
	p := prefixed{prefixed{b, "in:"}, "out:"}
	p.Log("x")
	sv := service{p, &strings.Builder{}, "svc"}
	sv.Log("y")
	sv.WriteString("built")
	fmt.Println(b.lines, sv.Level(), sv.String(), sv.Len(), sv.name)
	var l logger = sv
	l.Log("z")
	fmt.Println(len(b.lines))
	f := sv.logger.Log
	f("w")
	fmt.Println(b.lines[3])
	var e service
	defer func() { fmt.Println("nil embedded interface:", recover() != nil) }()
	e.Log("panics")
}
