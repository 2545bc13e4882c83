package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

type Shape interface{ Area() float64 }

type (
	Number  = int
	Record  = struct{ f int }
	Asker   = interface{ ask() int }
	Other   = Record
	Counter Number
)

func aliases(r Record, a Asker, o Other, c Counter, n Number, e func() Asker) {
	a = r // ERROR
	a = o // ERROR
	n = c // ERROR
	c = n // ERROR
	_ = e().none // ERROR
	var s Shape = r // ERROR
	_ = s
	var list []Asker
	list = []Record{r} // ERROR
	fmt.Println(list)
}

func main() {
	fmt.Println(math.sqrt(2), math.pow(2, 3), math.foo, math.Foo, math.SQRT2) // ERROR
	fmt.println(os.open, os.Openn, filepath.join, regexp.compile, strings.toUpper("x"), time.now()) // ERROR
	_ = fmt.errorf // ERROR
}
