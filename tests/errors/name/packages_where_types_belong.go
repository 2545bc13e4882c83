package main

import (
	"errors"
	"fmt" // ERROR "imported and not used"
	"io" // ERROR "imported and not used"
	"os" // ERROR "imported and not used"
	"sort" // ERROR "imported and not used"
	"strconv" // ERROR "imported and not used"
	"strings" // ERROR "imported and not used"
	"time" // ERROR "imported and not used"
	"unicode"
)

type A interface{ fmt } // ERROR "fmt (package name) is not a type"
type B struct{ io } // ERROR "io (package name) is not a type"
type C []os // ERROR "os (package name) is not a type"
type D map[sort]strconv // ERROR "sort (package name) is not a type" "strconv (package name) is not a type"

func f(x strings) (y time) { return } // ERROR "strings (package name) is not a type" "time (package name) is not a type"

func main() {
	x := 1
	var y x // ERROR "x (local variable) is not a type"
	_ = y
	_ = unicode.MaxRune
	errors.New("")
}
