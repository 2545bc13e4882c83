package main

import (
	"fmt"
	"math/bits"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
)

func main() {
	http.Get("x").Body.Close() // ERROR "(value of type (resp *http.Response, err error))"
	filepath.Glob("*").x() // ERROR "(value of type (matches []string, err error))"
	url.JoinPath("a").x() // ERROR "(value of type (result string, err error))"
	var a int = filepath.Base // ERROR "func(path string) string"
	var b int = filepath.WalkDir // ERROR "func(root string, fn fs.WalkDirFunc) error"
	var c int = (*regexp.Regexp).FindAllString // ERROR "func(re *regexp.Regexp, s string, n int) []string"
	var d int = fmt.Errorf // ERROR "func(format string, a ...any) (err error)"
	var e int = bits.Len64 // ERROR "func(x uint64) (n int)"
	var f int = (*http.Client).Do // ERROR "func(c *http.Client, req *http.Request) (*http.Response, error)"
	_, _, _, _, _, _ = a, b, c, d, e, f
}
