package main

import (
	"fmt"
	"regexp"
)

var seed uint32 = 12345

func rnd(n int) int {
	seed = seed*1664525 + 1013904223
	return int(seed>>8) % n
}

func gen(d int) string {
	switch rnd(12) {
	case 0, 1, 2:
		return string("abc"[rnd(3)])
	case 3:
		return []string{".", "[ab]", "[^a]", `\w`, `\b`, "^", "$", "(?i:A)", `\d`, "é"}[rnd(10)]
	case 4, 5:
		if d > 0 {
			return gen(d-1) + gen(d-1)
		}
	case 6:
		if d > 0 {
			return "(" + gen(d-1) + "|" + gen(d-1) + ")"
		}
	case 7:
		if d > 0 {
			return "(" + gen(d-1) + ")"
		}
	case 8, 9:
		if d > 0 {
			return "(?:" + gen(d-1) + ")" + []string{"*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}"}[rnd(10)]
		}
	case 10:
		if d > 0 {
			return "(?:" + gen(d-1) + "|)"
		}
	case 11:
		if d > 0 {
			return "(" + gen(d-1) + ")" + []string{"*", "+", "?"}[rnd(3)]
		}
	}
	return "a"
}

func main() {
	for i := range 400 {
		expr := gen(4)
		re, err := regexp.Compile(expr)
		if err != nil {
			fmt.Println(expr, err)
			continue
		}
		text := ""
		for range rnd(8) {
			text += []string{"a", "b", "c", "A", "é", " ", "\n", "1"}[rnd(8)]
		}
		fmt.Printf("%d %q %q %v %v %v\n", i, expr, text, re.MatchString(text), re.FindStringSubmatchIndex(text), re.FindAllStringSubmatchIndex(text, -1))
		re.Longest()
		fmt.Printf("  %v %q %q\n", re.FindStringIndex(text), re.ReplaceAllString(text, "<$1>"), re.Split(text, -1))
	}
}
