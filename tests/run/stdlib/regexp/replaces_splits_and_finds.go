package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

func main() {
	re := regexp.MustCompile(`(?P<first>\w+)\s(?P<last>\w+)`)
	fmt.Println(re.ReplaceAllString("John Smith, Jane Doe", "$last $first"), re.ReplaceAllString("John Smith", "${2}x$1y $1_ $$ $ ${ $3 ${first}! $x"), re.ReplaceAllLiteralString("a b c d", "$1"))
	fmt.Println(re.ReplaceAllStringFunc("ab cd ef gh", strings.ToUpper), string(re.ReplaceAll([]byte("a b"), []byte("$2-$1"))), string(re.ReplaceAllFunc([]byte("a b c"), bytes.ToUpper)), string(re.ReplaceAllLiteral([]byte("a b"), []byte("$1"))))
	for _, e := range []string{``, `a`, `a*`, `x`, `b+`, `\b`, `^`, `$`, `,`, `é|`, `[ab]`} {
		re := regexp.MustCompile(e)
		for _, s := range []string{"", "a", "baaab", "abcabc", "é,ü,", ",a,,b"} {
			fmt.Printf("%q %q ", re.ReplaceAllString(s, "<$0>"), re.FindAllString(s, -1))
			for n := -1; n < 4; n++ {
				fmt.Printf("%q", re.Split(s, n))
			}
			fmt.Println()
		}
	}
	var dst []byte
	content := []byte("# comment line\noption1: value1\noption2: value2\n")
	pattern := regexp.MustCompile(`(?m)(?P<key>\w+):\s+(?P<value>\w+)$`)
	for _, m := range pattern.FindAllSubmatchIndex(content, -1) {
		dst = pattern.Expand(dst, []byte("$key=$value\n"), content, m)
	}
	fmt.Print(string(dst), string(pattern.ExpandString(nil, "$key|$nope|$9|$1\n", "x: y", pattern.FindStringSubmatchIndex("x: y"))))
	fmt.Println(pattern.SubexpNames(), pattern.SubexpIndex("value"), pattern.SubexpIndex("nope"), pattern.SubexpIndex(""), pattern.NumSubexp(), pattern)
	fmt.Printf("%q %q %q %q\n", pattern.Find(content), pattern.FindSubmatch(content), pattern.FindAll(content, 1), pattern.FindAllSubmatch(content, -1))
	fmt.Printf("%q %q %v %v %v\n", pattern.FindString("z"), pattern.FindStringSubmatch("z"), pattern.FindStringIndex("z") == nil, pattern.FindAllString("z", -1) == nil, pattern.Find(nil) == nil)
	fmt.Println(pattern.FindReaderIndex(strings.NewReader("k: v")), pattern.FindReaderSubmatchIndex(strings.NewReader("é k: v")), pattern.MatchReader(strings.NewReader("no")))
	fmt.Println(regexp.QuoteMeta("a.b*[c]\\d+(e)|f^g$h{i}?"), regexp.MustCompile(regexp.QuoteMeta("1+1=2?")).MatchString("1+1=2?"))
	fmt.Println(regexp.MatchString(`^\d+$`, "123"))
	fmt.Println(regexp.Match(`b`, []byte("abc")))
	text, err := re.MarshalText()
	fmt.Println(string(text), err)
	var un regexp.Regexp
	fmt.Println(un.UnmarshalText([]byte(`x(`)), un.UnmarshalText([]byte(`x+`)), un.String(), un.FindString("axxb"))
	email := regexp.MustCompile(`^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$`)
	for _, s := range []string{"a@b.co", "a@b", "x.y+z@ex-ample.org", "@b.co", "a b@c.de"} {
		fmt.Print(email.MatchString(s), " ")
	}
	fmt.Println()
	log := regexp.MustCompile(`^(\S+) - - \[([^\]]+)\] "(\w+) (\S+) [^"]*" (\d{3}) (\d+|-)$`)
	fmt.Printf("%q\n", log.FindStringSubmatch(`127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326`))
	b := []byte("hello world")
	m := regexp.MustCompile(`o`).FindAll(b, -1)
	m[0] = append(m[0], 'X')
	fmt.Println(string(b), cap(m[1]))
	c := re.Copy()
	fmt.Println(c.String() == re.String(), c.MatchString("a b"))
}
