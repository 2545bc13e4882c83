package main

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
)

// message is what is wrong with an expression, without the expression.
func message(err error) string {
	if err == nil {
		return "fine"
	}
	e := err.(*syntax.Error)
	return fmt.Sprintf("%s (%d bytes)", e.Code, len(e.Expr))
}

func main() {
	for _, expr := range []string{
		strings.Repeat("(xx?){1000}", 100),
		strings.Repeat("(xx?){1000}", 2000),
		"(" + strings.Repeat("(xx?){1000}", 2000) + ")?",
		strings.Repeat("x{1000}", 3200),
		strings.Repeat("x{1000}", 3400),
		strings.Repeat(`\pL`, 300),
		strings.Repeat("(", 999) + "x" + strings.Repeat(")", 999),
		strings.Repeat("(", 1001) + "x" + strings.Repeat(")", 1001),
		strings.Repeat("a", 200_000),
	} {
		_, err := syntax.Parse(expr, syntax.Perl)
		fmt.Println(len(expr), message(err))
	}
	_, err := regexp.Compile(strings.Repeat("(xx?){1000}", 2000))
	fmt.Println(message(err))

	for _, expr := range []string{`(?i)^\p{ascii}+$`, `^\p{ascii}+$`, `(?i)^\P{ASCII}+$`, `(?i)^[\p{Ascii}]+$`, `(?i)^s+$`, `(?i)^[^\p{ASCII}]+$`} {
		re := regexp.MustCompile(expr)
		fmt.Println(expr, re.MatchString("sk"), re.MatchString("\u017f\u212a"), re.MatchString("é"))
	}

	// One parser serves both packages.
	re := regexp.MustCompile(`(?i)(\w+)@(?P<domain>\w+)\.com|foo(bar|baz)*?|x{2,3}|σ`)
	fmt.Printf("%q %q\n", re.FindAllStringSubmatch("Bob@Example.COM foobarbaz xxxx Σς", -1), re.SubexpNames())
	fmt.Println(regexp.MustCompile(`(a*)*b|(|x)+y`).FindStringSubmatchIndex("aaab"))
	fmt.Println(regexp.MustCompile(`(a*)*?b|(|x)+?y`).FindStringSubmatchIndex("xxy"))
	fmt.Println(regexp.MustCompilePOSIX(`a|ab|abc`).FindString("abcd"), regexp.MustCompile(`a|ab|abc`).FindString("abcd"))
	fmt.Println(regexp.MustCompile(`(?U)a+(b+)`).FindStringSubmatch("aabb"), regexp.MustCompile(`^(?:foo|foobar)$`).FindString("foobar"))
	fmt.Println(regexp.MustCompile(`[^\n]*$|\z`).FindAllStringIndex("a\nb", -1), regexp.MustCompile(`(?m)^.*$`).FindAllString("a\n\nb", -1))
	fmt.Println(regexp.MustCompile(`a{0}b{2}c{0,2}d{1,}`).FindString("abbccdd"), regexp.MustCompile(`[a&&b]`).MatchString("&"))
	fmt.Println(regexp.MustCompile(`[[:^alpha:]]+|\Q.*\E|\x{1F600}`).FindAllString("ab12.*😀c", -1))
}
