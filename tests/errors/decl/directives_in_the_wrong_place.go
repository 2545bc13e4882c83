//go:noinline
//go:build linux

package main

// ERROR@21 "misplaced compiler directive"
// ERROR@26 "misplaced compiler directive"
// ERROR@30 "misplaced compiler directive"
// ERROR@37 "misplaced compiler directive"
// ERROR@43 "misplaced compiler directive"
// ERROR@53 "misplaced compiler directive"

//go:noinline
import "os"

//go:build windows

//go:noinline
//go:unknown
func f() int {
	//go:nosplit
	return 1
}

//go:build windows
func g() {} //go:noinline

//go:nosplit
type T struct {
	//go:norace
	a int
}

//go:noinline
var x = 1

//go:noinline
var (
	//go:nosplit
	y = 2
	//go:norace
	z = 3
	//go:noinline
)

//go:noinline
// A comment between.

func (T) m() {}

func main() { os.Exit(f()) }

//go:norace
