package main

import (
	"fmt"
	"regexp"
)

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var zero regexp.Regexp
	try("match", func() { zero.MatchString("a") })
	try("replace", func() { zero.ReplaceAllString("a", "b") })
	fmt.Printf("%q %d\n", zero.String(), zero.NumSubexp())
}
