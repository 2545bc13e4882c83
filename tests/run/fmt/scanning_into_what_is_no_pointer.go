package main

import (
	"bufio"
	"fmt"
	"strings"
)

func try(n string, f func()) {
	defer func() { r := recover(); if e, ok := r.(error); ok { fmt.Printf("%s panic error %v\n", n, e); return }; fmt.Printf("%s panic %#v\n", n, r) }()
	f()
}

func main() {
	var np *int
	try("Sscan nil", func() { fmt.Println(fmt.Sscan("5", nil)) })
	try("Sscan x nil", func() { var x int; fmt.Println(fmt.Sscan("5 6", &x, nil)) })
	try("Sscan empty nil", func() { fmt.Println(fmt.Sscan("", nil)) })
	try("Sscanf nil", func() { fmt.Println(fmt.Sscanf("5", "%d", nil)) })
	try("Sscanln nil", func() { fmt.Println(fmt.Sscanln("5", nil)) })
	try("Fscan nil", func() { fmt.Println(fmt.Fscan(strings.NewReader("5"), nil)) })
	try("Fscan buf nil", func() { fmt.Println(fmt.Fscan(bufio.NewReader(strings.NewReader("5")), nil)) })
	try("Sscan nilptr", func() { fmt.Println(fmt.Sscan("5", np)) })
	try("Sscan int", func() { fmt.Println(fmt.Sscan("5", 7)) })
	try("Sscan map", func() { fmt.Println(fmt.Sscan("5", map[int]int{})) })
	try("Sscan no args", func() { fmt.Println(fmt.Sscan("5")) })
	try("Sscan ptr ptr", func() { fmt.Println(fmt.Sscan("5", &np)) })
	try("Sscan struct", func() { fmt.Println(fmt.Sscan("5", &struct{}{})) })
	try("Sscan func", func() { fmt.Println(fmt.Sscan("5", func() {})) })
	try("Sscanf %v nil", func() { fmt.Println(fmt.Sscanf("5", "%v", nil)) })
	try("Sscanf %s nil", func() { fmt.Println(fmt.Sscanf("5", "%s", nil)) })
	try("Sscan err", func() { var e error; fmt.Println(fmt.Sscan("5", &e)) })
}
