package main

import (
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
)

// Arguments, positions in code and where Go's own files lie are another matter.
var (
	arguments = regexp.MustCompile(`\([^*()]+\)$`)
	library   = regexp.MustCompile(`^\t(.*/)?runtime/(panic\.go|debug/(stack\.go|debug\.pgo)):\d+$`)
	position  = regexp.MustCompile(` \+0x[0-9a-f]+$`)
)

func show(stack []byte) {
	for line := range strings.Lines(string(stack)) {
		line = strings.TrimRight(line, "\n")
		line = arguments.ReplaceAllString(line, "(...)")
		line = library.ReplaceAllString(position.ReplaceAllString(line, ""), "\tlibrary")
		if at := strings.LastIndexByte(line, '/'); at >= 0 && line[0] == '\t' {
			line = "\t" + line[at+1:]
		}
		fmt.Println(line)
	}
	fmt.Println()
}

type machine struct{ state int }

//go:noinline
func (m *machine) run(depth int) {
	if depth > 0 {
		m.run(depth - 1)
		return
	}
	buf := make([]byte, 4096)
	show(buf[:runtime.Stack(buf, false)])
}

//go:noinline
func direct() {
	show(debug.Stack())
}

//go:noinline
func fails() {
	defer func() {
		recover()
		show(debug.Stack())
	}()
	panic("x")
}

func main() {
	direct()
	(&machine{}).run(1)
	fails()
	small := make([]byte, 20)
	fmt.Printf("%d %q\n", runtime.Stack(small, false), small)
}
