package main

import (
	"fmt"
	"regexp"
	"strings"
)

func show(s string) {
	_, err := regexp.Compile(s)
	e := fmt.Sprint(err)
	if len(e) > 60 {
		e = e[:60]
	}
	fmt.Println(len(s), e)
}
func main() {
	for _, n := range []int{900, 999, 1000, 1001, 1100} {
		show(strings.Repeat("(", n) + strings.Repeat(")", n))
		show(strings.Repeat("(", n) + "x" + strings.Repeat(")", n))
		show(strings.Repeat("(?:", n) + strings.Repeat(")*", n))
		show(strings.Repeat("(?:x", n) + strings.Repeat(")+y", n))
	}
	show(`((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2})`)
	show(strings.Repeat("(xx?)", 1000) + "{1000}")
	show(`(?:a{500}){3}`)
	show(strings.Repeat(`\pL`, 27000))
}
