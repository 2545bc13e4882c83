package main

import (
	"fmt"
	"regexp"
	"strings"
)

var exprs = []string{
	``, `a`, `abc`, `a|ab`, `(a|ab)(c|bcd)(d*)`, `a*`, `a+?`, `(a*)*`, `(a|b)*`, `(|a)*`, `(|a)+`, `(a*)+`, `(a+|b*)*`, `x*`, `(a?)(ab)?(b?)`,
	`^abc$`, `(?m)^a.*$`, `(?s)a.b`, `(?i)HeLLo`, `(?i)straße`, `(?i)[k-m]+`, `(?U)a+`, `(?U)a+?`, `(?i:a)b`, `(?-s).`, `[^a-c]+`, `[]a]+`, `[^]a]+`, `[a\]b-]+`,
	`\d+`, `\D+`, `\w+\s\W`, `[\d\s]+`, `[[:alpha:]]+`, `[[:^digit:]]+`, `[^\W\d]+`, `\bfoo\b`, `\Boo`, `\Aab`, `ab\z`, `a{2}`, `a{2,}`, `a{2,3}?`, `a{,3}`, `a{0}b`, `(ab){1,2}c`,
	`\pL+`, `\p{Greek}+`, `\P{Latin}+`, `\p{^Lu}+`, `[\p{Nd}x]+`, `(?i)\p{Lu}+`, `\x41\x{1F600}`, `\101`, `\.\*\\`, `\Qa.b*\E+`, `(?P<year>\d{4})-(?P<m>\d\d)`, `(?<n>x)|(y)`,
	`((a)|(b))*c`, `(a)(b)?(c)?`, `a.c`, `.`, `(?:ab|cd)+e?`, `(.*)b(.*)`, `(.*?)b(.*?)`, `^`, `$`, `^$`, `(?m)^`, `(?m)$`, `\b`, `日本|é+`, `[日-龥]+`, `\C?` + "", `a**`, `(((((x)))))`,
	`(a+)(b+)|c`, `(?:(a)|b)*`, `[a-z]+\d*[a-z]`, `z?ab?c{0,1}`, `\t|\n|\x00`, `[\x00-\x1f]`, `(?i)ſ`, `(?i)K`, `[[:word:]]+@[[:word:]]+\.com`, `(a{0,2}){3}`, `(?:a|b|c|d|e)+`, `foo.*`, `(?i)[^a]`,
}

var texts = []string{"", "a", "ab", "abc", "abcd", "aaa bbb", "xaabb", "foo bar foobar", "Hello hello HELLO", "STRASSE straße", "a\nb\nab", "2024-05-06 and 1999-12", "ααβ γ Latin Ünï", "é日本語 日本", "A😀", "a.b*a.b**", "\xff\xfea\x80", "user@example.com", "k K \u212a s ſ S", "0123 _x-]a[^", "ababc cdcde"}

func main() {
	for _, e := range exprs {
		re, err := regexp.Compile(e)
		if err != nil {
			fmt.Printf("%q: %v\n", e, err)
			continue
		}
		p, complete := re.LiteralPrefix()
		fmt.Printf("%q groups %d %q prefix %q %v\n", e, re.NumSubexp(), re.SubexpNames(), p, complete)
		for _, t := range texts {
			if m := re.FindStringSubmatchIndex(t); m != nil {
				fmt.Printf("  %q %v %v\n", t, m, re.FindAllStringIndex(t, -1))
			} else if re.MatchString(t) {
				fmt.Println("match without match")
			}
		}
	}
	for _, e := range []string{`a|ab`, `(a|ab)(c|bcd)(d*)`, `a*?`, `(a*?)(b|ab)?`, `[a-c]+?`} {
		re := regexp.MustCompile(e)
		re.Longest()
		posix, err := regexp.CompilePOSIX(e)
		for _, t := range texts {
			fmt.Print(re.FindStringSubmatchIndex(t), " ")
			if err == nil {
				fmt.Print(posix.FindStringSubmatchIndex(t), " ")
			}
		}
		fmt.Println(err)
	}
	// Long texts go another way than short ones.
	long := strings.Repeat("ab12 ", 20000) + "end\n" + strings.Repeat("é", 3000)
	for _, e := range []string{`end`, `(\w+)\n(é+)$`, `(?m)d$`, `[^ab12 ]+`, `(a|b|1|2| )*e`, `x`, `(?:a?){20}b12 end`} {
		re := regexp.MustCompile(e)
		fmt.Println(e, re.FindStringSubmatchIndex(long), len(re.FindAllString(long, 100)))
	}
	re := regexp.MustCompile(`(a*)*b`)
	fmt.Println(re.MatchString(strings.Repeat("a", 50000)))
}
