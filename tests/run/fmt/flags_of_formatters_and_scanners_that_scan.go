package main

import (
	"fmt"
	"reflect"
	"strings"
)

type flags struct{}

func (flags) Format(s fmt.State, verb rune) {
	for _, c := range "-+# 0" {
		if s.Flag(int(c)) {
			fmt.Fprintf(s, "%c", c)
		}
	}
	fmt.Fprint(s, "|", fmt.FormatString(s, verb), ";")
}

type pair struct {
	n int
	s string
}

// Scan reads a number, and then a word behind it.
func (p *pair) Scan(state fmt.ScanState, verb rune) error {
	if _, err := fmt.Fscan(state, &p.n); err != nil {
		return err
	}
	word, err := state.Token(true, nil)
	p.s = string(word)
	return err
}

func main() {
	fmt.Printf("%-0a %-05v %+- d\n", flags{}, flags{}, flags{})
	fmt.Printf("%.[]\n")
	fmt.Printf("%[]d %[1]d\n", 1)
	fmt.Printf("%#v %v\n", reflect.ValueOf([]byte{1, 2}), reflect.ValueOf([]byte{1, 2}))
	var p, q pair
	fmt.Println(fmt.Sscanln(" 12ab 34 cd", &p, &q))
	fmt.Println(p, q)
	fmt.Println(fmt.Fscanln(strings.NewReader("5x y\n"), &p))
	fmt.Println(p)
	fmt.Println(fmt.Sscanf("77z", "%v", &p))
	fmt.Println(p)
}
