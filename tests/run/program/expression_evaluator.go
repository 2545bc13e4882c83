package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

type node interface{ eval(env map[string]float64) (float64, error) }

type num float64
type ref string
type bin struct {
	op   byte
	l, r node
}
type neg struct{ x node }

func (n num) eval(map[string]float64) (float64, error) { return float64(n), nil }
func (r ref) eval(env map[string]float64) (float64, error) {
	if v, ok := env[string(r)]; ok {
		return v, nil
	}
	return 0, fmt.Errorf("unknown name %q", string(r))
}
func (n neg) eval(env map[string]float64) (float64, error) {
	v, err := n.x.eval(env)
	return -v, err
}

var errZero = errors.New("division by zero")

func (b bin) eval(env map[string]float64) (float64, error) {
	l, err := b.l.eval(env)
	if err != nil {
		return 0, err
	}
	r, err := b.r.eval(env)
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '/':
		if r == 0 {
			return 0, errZero
		}
		return l / r, nil
	}
	panic("op " + string(b.op))
}

type parser struct {
	toks []string
	pos  int
}

func tokenize(s string) (toks []string) {
	for i := 0; i < len(s); {
		c := rune(s[i])
		switch {
		case c == ' ':
			i++
		case unicode.IsDigit(c) || c == '.':
			j := i
			for j < len(s) && (unicode.IsDigit(rune(s[j])) || s[j] == '.') {
				j++
			}
			toks = append(toks, s[i:j])
			i = j
		case unicode.IsLetter(c):
			j := i + strings.IndexFunc(s[i:]+" ", func(r rune) bool { return !unicode.IsLetter(r) })
			toks = append(toks, s[i:j])
			i = j
		default:
			toks = append(toks, string(c))
			i++
		}
	}
	return toks
}

func (p *parser) peek() string {
	if p.pos < len(p.toks) {
		return p.toks[p.pos]
	}
	return ""
}

func (p *parser) expr(prec int) node {
	var l node
	switch t := p.peek(); {
	case t == "-":
		p.pos++
		l = neg{p.expr(3)}
	case t == "(":
		p.pos++
		l = p.expr(0)
		if p.peek() != ")" {
			panic(fmt.Errorf("expected ) at token %d", p.pos))
		}
		p.pos++
	case t == "":
		panic(errors.New("unexpected end"))
	default:
		p.pos++
		if v, err := strconv.ParseFloat(t, 64); err == nil {
			l = num(v)
		} else {
			l = ref(t)
		}
	}
	for {
		t := p.peek()
		q := map[string]int{"+": 1, "-": 1, "*": 2, "/": 2}[t]
		if q == 0 || q <= prec {
			return l
		}
		p.pos++
		l = bin{t[0], l, p.expr(q)}
	}
}

func run(s string) (v float64, err error) {
	defer func() {
		if e, ok := recover().(error); ok {
			err = fmt.Errorf("%q: %w", s, e)
		}
	}()
	p := &parser{toks: tokenize(s)}
	n := p.expr(0)
	return n.eval(map[string]float64{"x": 5, "pi": 3.14})
}

func main() {
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "-x * -2", "10 / 4 - 1", "2 * (3", "1 / (x - 5)", "y + 1", "8/2/2", "pi*2", ""} {
		fmt.Println(run(s))
	}
}
