package main

import (
	"fmt"
	"regexp/syntax"
)

func dump(re *syntax.Regexp, depth int) {
	fmt.Printf("%*s%s flags=%d", depth*2, "", re.Op, re.Flags)
	switch re.Op {
	case syntax.OpLiteral:
		fmt.Printf(" %q", string(re.Rune))
	case syntax.OpCharClass:
		if len(re.Rune) > 12 {
			fmt.Printf(" %d", len(re.Rune))
		} else {
			fmt.Printf(" %q", re.Rune)
		}
	case syntax.OpRepeat:
		fmt.Print(" ", re.Min, re.Max)
	case syntax.OpCapture:
		fmt.Print(" ", re.Cap, re.Name)
	}
	fmt.Println()
	for _, s := range re.Sub {
		dump(s, depth+1)
	}
}

func main() {
	exprs := []string{
		"", "a", "abc", "a|b", "a|b|c|d", "abc|abd", "abc|abd|x", "a*", "a+?", "a??", "a{2}", "a{2,}", "a{2,5}?", "a{0}", "a{1}", "(?:a*)*", "(?:a+)?", "(a)", "(?P<n>a)(?<m>b)", "(?:ab)+", "[a]", "[ab]", "[a-z0-9_]", "[^a]", "[^\\n]", "[\\s\\S]", "\\d\\w\\S", "[[:alpha:]]", "\\pN", "\\p{Greek}", "\\PN",
		".", "(?s).", "(?s:.)a.", "^a$", "(?m)^a$", "\\Aa\\z", "\\ba\\B", "(?i)abc", "(?i)k", "(?i:a)b", "[aA]", "(?i)[a-c]", "(?U)a*", "a.b.c", "(a|b)*c", "a|", "|a", "||", "(|a)", "(?:)", "x(?:)y", "foo|foobar|bar", "abc|abcd", "[ab]c|[ab]d", "a\\.b", "\\Qa.b\\E", "\\x41\\x{1F600}\\101", "\\a\\f\\t\\n\\r\\v", "日本|日", "(?i)日", "a(?i)b", "(?i:a(?-i:b)c)", "^(?:a|b)$", "a{2}{3}", "(?:a{2}){3}", "(a){0}", "[^\\x00-\\x{10FFFF}]", "a**", "*a", "a{1001}", "(", ")", "[", "[z-a]", "\\8", "\\", "(?P<n>a)(?P<n>b)", "(?P<>a)", "(?z)", "[[:foo:]]", "\\p{Foo}", "a{,2}", "\xff", "((((a))))", "a|b*|c+", "ab|ac|ad|b", "(?:x|y)z", "-[a-]", "[]a]", "[^]a]", "(?i)a|b", "(?m:^)|$", "(?:a|b|c){3}", "(a*)+", "(?:a?)*b",
	}
	for _, e := range exprs {
		for _, f := range []syntax.Flags{syntax.Perl, syntax.POSIX} {
			re, err := syntax.Parse(e, f)
			if err != nil {
				fmt.Printf("%q %d: %v\n", e, f, err)
				if se, ok := err.(*syntax.Error); ok {
					fmt.Printf("  %q %q\n", se.Code, se.Expr)
				}
				continue
			}
			fmt.Printf("%q %d: %s %d %q\n", e, f, re, re.MaxCap(), re.CapNames())
			dump(re, 1)
			s := re.Simplify()
			fmt.Println("  simple", s)
			again, err := syntax.Parse(re.String(), f)
			fmt.Println(err, err == nil && again.Equal(re), re.Equal(re))
		}
	}
	fmt.Println(syntax.IsWordChar('a'), syntax.IsWordChar('-'), syntax.EmptyOpContext(-1, 'a'), syntax.EmptyOpContext('a', '\n'), syntax.Op(99), syntax.OpStar)
}
