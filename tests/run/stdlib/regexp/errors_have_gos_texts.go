package main

import (
	"fmt"
	"regexp"
)

func main() {
	for _, e := range []string{`(`, `)`, `a)`, `(a`, `(?`, `(?i`, `(?z)`, `(?i-)a`, `(?--i)`, `*`, `a|*`, `(+)`, `+a`, `a**`, `a+*`, `a???`, `a*{2}`, `a{2}{3}`, `[`, `[a`, `[]`, `[^]`, `[z-a]`, `[a-\d]`, `[\d-z]`,
		`[[:foo:]]`, `[a-b-c]`, `\`, `\8`, `\1`, `\C`, `\y`, `\_`, `\-`, `\é`, `\x`, `\xg`, `\x{`, `\x{110000}`, `\x{}`, `\p`, `\p{`, `\p{Foo}`, `\pX`, `\p{^Foo}`, `a{1001}`, `a{2,1}`, `a{1,1001}`, `(a{100}){11}`, `((a{10}){10}){11}`, `a{99999999999}`,
		`(?P<n>a)(?P<n>b)`, `(?P<>a)`, `(?P<n-m>a)`, `(?P<n`, `(?P=n)`, `(?<n>a)(?<n>b)`, `(?<1>a)`, `(?=a)`, `(?!a)`, `(?<=a)`, `\Qab`, `\Q*\E*`, "\xff", "a\xffb", "[\xff]", `(?i)(?s`, `{`, `{1}`, `a{`, `a{1`, `a{,}`, `a{1,`, `x{2}{`, `|`, `||`, `()`, `(|)`, `^*`, `$+`, `\b+`, `(?m)^*a`} {
		re, err := regexp.Compile(e)
		if err != nil {
			fmt.Printf("%q: %v\n", e, err)
		} else {
			fmt.Printf("%q: %v\n", e, re)
		}
		if _, err := regexp.CompilePOSIX(e); err != nil {
			fmt.Printf("  POSIX %v\n", err)
		}
	}
	try(func() { regexp.MustCompile(`a(b`) })
	try(func() { regexp.MustCompile("`*") })
	try(func() { regexp.MustCompilePOSIX(`\d`) })
	_, err := regexp.MatchString(`[`, "x")
	fmt.Println(err)
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}
