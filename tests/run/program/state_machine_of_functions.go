package main

import (
	"fmt"
	"strings"
)

type lexer struct {
	in    string
	pos   int
	items []string
}

type state func(*lexer) state

func lexText(l *lexer) state {
	i := strings.Index(l.in[l.pos:], "{{")
	if i < 0 {
		if l.pos < len(l.in) {
			l.items = append(l.items, "text:"+l.in[l.pos:])
		}
		return nil
	}
	if i > 0 {
		l.items = append(l.items, "text:"+l.in[l.pos:l.pos+i])
	}
	l.pos += i + 2
	return lexAction
}

func lexAction(l *lexer) state {
	i := strings.Index(l.in[l.pos:], "}}")
	if i < 0 {
		return l.fail("unclosed action")
	}
	l.items = append(l.items, "action:"+strings.TrimSpace(l.in[l.pos:l.pos+i]))
	l.pos += i + 2
	return lexText
}

func (l *lexer) fail(s string) state {
	l.items = append(l.items, "error:"+s)
	return nil
}

func main() {
	for _, in := range []string{"hello {{ name }}!", "{{a}}{{b}}", "plain", "bad {{ x", ""} {
		l := &lexer{in: in}
		for s := state(lexText); s != nil; {
			s = s(l)
		}
		fmt.Printf("%q\n", l.items)
	}
}
