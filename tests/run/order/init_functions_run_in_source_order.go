package main

import "fmt"

var log []string

func init() { log = append(log, "first") }

var v = func() int { log = append(log, "var"); return 1 }()

func init() { log = append(log, "second") }

type t struct{}

func (t) init() { log = append(log, "method") }

func main() {
	t{}.init()
	fmt.Println(log, v)
}
