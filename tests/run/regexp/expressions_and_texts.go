package main

import (
	"fmt"
	"regexp"
	"strings"
)

func try(expr string, texts ...string) {
	re, err := regexp.Compile(expr)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%q groups %d names %q\n", re, re.NumSubexp(), re.SubexpNames())
	for _, t := range texts {
		fmt.Printf("  %q: %v %q %v %q\n", t, re.MatchString(t), re.FindString(t), re.FindStringSubmatchIndex(t), re.FindStringSubmatch(t))
		fmt.Printf("    %q %v %q\n", re.FindAllString(t, -1), re.FindAllStringIndex(t, 2), re.FindAllStringSubmatch(t, -1))
		fmt.Printf("    %q %q %q %q\n", re.ReplaceAllString(t, "<$0>"), re.ReplaceAllString(t, "${1}x$1x$$"), re.Split(t, -1), re.Split(t, 2))
	}
}

func main() {
	try(`a`, "", "a", "banana", "xyz")
	try(`a*`, "", "baaac", "aaa", "é")
	try(`a+?`, "baaac")
	try(`(a|ab)(c|bcd)(d*)`, "abcd", "xabcdx")
	try(`^(\w+)@(\w+)\.com$`, "bob@example.com", "x bob@example.com", "a@b.com\n")
	try(`(?m)^(\w+)$`, "one\ntwo three\nfour")
	try(`(?i)hello|WORLD`, "Hello World hELLo", "ſ K")
	try(`(?s).+`, "a\nb")
	try(`.+`, "a\nb")
	try(`(?P<year>\d{4})-(?P<month>\d{2})(?:-(?<day>\d{2}))?`, "2024-05-06 and 2023-01", "nothing")
	try(`[^aeiou\s]+`, "hello world")
	try(`[a-c\-x\]]+`, "a-b]cx", "zzz")
	try(`[[:alpha:]]+[[:^digit:]]`, "abc1 de")
	try(`\bfoo\b`, "foo foobar barfoo foo.", "foo")
	try(`\B.`, "abc d")
	try(`(a*)*`, "aaa", "b")
	try(`(a*)+`, "aaa", "b")
	try(`(a|b)*c`, "ababc", "c", "abab")
	try(`(?:a{2,3}){2}`, "aaaaaaa", "aaaa", "aaa")
	try(`x{0}y{2,}z{1,3}?`, "yyyzzz")
	try(`\p{Greek}+|\pL`, "αβγ a", "1")
	try(`\PL+`, "ab12é")
	try(`\x41\x{1F600}\101\t`, "A😀A\t")
	try(`\Qa.b\E+`, "a.bbb a.b", "axb")
	try(`^$`, "", "a")
	try(`$`, "ab")
	try(`(?U)a+(b+)`, "aabb")
	try(`(?i:a)b`, "Ab AB")
	try(`((a)|(b))+`, "abab")
	try(`(|a)+`, "aaa")
	try(`(a|)+`, "aaa")
	try(`世+.`, "hi世世界")
	try(`\d+\.?\d*|\.\d+`, "1 2.5 .75 3.")
	try(`(\w)(\w)?`, "abc")
	try(`[\d\-]+`, "12-34")
	try(`a.c`, "a\xffc", "aéc")
	try(`a{,2}`, "a{,2}")
	try(`a{`, "a{")
	try(`[]a]+`, "]a")
	try(`\.`, "a.b")
	for _, bad := range []string{`(`, `)`, `a)`, `[a`, `*`, `a**`, `a*+`, `+a`, `[z-a]`, `\`, `\8`, `\k`, `(?=a)`, `(?<n`, `(?P<1a>x)`, `(?P<n>a)(?P<n>b)`, `a{2,1}`, `a{1001}`, `\pX`, `\p{Foo}`, `[[:foo:]]`, `(?z)`, `x{2}{3}`, `((a{100}){100})`, "\xff", `(?i`, `(a|b`, `\x{110000}`, `[a-\d]`, `(?i)(?`, `\1`, `(?)`, `(?-)`, `a??`, `a???`, `|*`, `(|a)*`, `^*`} {
		_, err := regexp.Compile(bad)
		fmt.Printf("%q: %v\n", bad, err)
	}
	re := regexp.MustCompile(`(?P<k>\w+)=(?P<v>\w+)`)
	fmt.Println(re.ReplaceAllString("a=1, b=2", "$v:${k}"), re.ReplaceAllString("a=1", "$kx"), re.SubexpIndex("v"), re.SubexpIndex("q"))
	fmt.Println(re.ReplaceAllStringFunc("a=1, b=2", strings.ToUpper), re.ReplaceAllLiteralString("a=1", "$v"))
	fmt.Println(string(re.ReplaceAll([]byte("a=1"), []byte("$v"))), re.Match([]byte("x=y")), string(re.Find([]byte("..x=y.."))))
	var dst []byte
	for _, m := range re.FindAllStringSubmatchIndex("x=1 y=2", -1) {
		dst = re.ExpandString(dst, "$k is $v; ", "x=1 y=2", m)
	}
	fmt.Println(string(dst))
	fmt.Println(regexp.QuoteMeta("a.b*c[d]$^|{}()\\+?"))
	ok, err := regexp.MatchString(`^\d+$`, "12345")
	fmt.Println(ok, err)
	ok, err = regexp.MatchString(`(`, "12345")
	fmt.Println(ok, err)
	l := regexp.MustCompile(`a+|a+b`)
	fmt.Println(l.FindString("aab"))
	l.Longest()
	fmt.Println(l.FindString("aab"), regexp.MustCompilePOSIX(`(a|ab)(c|bcd)`).FindStringSubmatch("abcd"))
	fmt.Println(regexp.MustCompile(`a*`).ReplaceAllString("baac", "x"), regexp.MustCompile(`(?:)`).ReplaceAllString("äb", "-"), regexp.MustCompile(`b*`).Split("abbbc", -1), regexp.MustCompile(`,\s*`).Split("a, b,c,,d", 3))
	fmt.Printf("%q\n", regexp.MustCompile(`a`).FindAllString("none", -1) == nil)
	n := 25
	fmt.Println(regexp.MustCompile(strings.Repeat("a?", n) + strings.Repeat("a", n)).MatchString(strings.Repeat("a", n)))
	defer func() { fmt.Println(recover()) }()
	regexp.MustCompile(`a(b`)
}
