package main

import "io"

type t struct{}

func main() {
	var r io.Reader
	switch r.(type) {
	case t: // ERROR "impossible type switch case: t"
	case *t: // ERROR "impossible type switch case: *t"
	case string, int: // ERROR "impossible type switch case: string" "impossible type switch case: int"
	}
}
