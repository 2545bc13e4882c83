package main

import (
	"fmt"
	"go/format"
	"math/big"
	"net/url"
	"regexp"
)

func main() {
	for _, s := range []string{"%zz#frag", "a:b#%zz", "ok#%zz", "http://[::1#x", "\x7f#y", "1:#"} {
		u, err := url.Parse(s)
		fmt.Println(u, err)
	}
	for _, s := range []string{"_", "0x_", "0b__", "_.", "0x._", "0_", "._", "_e1", "1_", "1__2", "1._2", "1e_2", "1e"} {
		f, base, err := big.ParseFloat(s, 0, 53, big.ToNearestEven)
		r, ok := new(big.Rat).SetString(s)
		fmt.Println(s, f, base, err, r, ok)
	}
	for _, s := range []string{
		"^abc", "^abc$", "^abc.*$", "^a[bc]d$", "^(a)bc$", "^a+b$", "^a*b$", "^a(b|c)d$", "^a(b|bc)d$", "^a(?:b|bc)*$",
		`^abc\z`, `(?m)^abc$`, `^abc\b$`, "^$", "^", "abc$", `^a?b$`, `^(?:a|b)$`, `^ab(c*)d*$`, `^ab(c*)c*$`,
		`^ab[a-c]+[d-z]+$`, `^ab[a-m]+[d-z]+$`, `^x(?i:y)$`, `^(?i)xy$`, `^ab(?:cd)?$`, `^ab(?:cd)+$`, `^ab.*c$`,
		`^ab(?:.|\n)$`, `^ab\B$`, `^a$|^b$`, `^(?:a$|b$)`, `^a(?:$|b)`, `^ab{2,3}$`, `^(a)(b)`, `^abc\z.*`, `^a(.*?)b$`,
		`^(ab$)`, `^xy(?:a|[^a])$`, `^xy(?:a|[^b])$`,
	} {
		re := regexp.MustCompile(s)
		prefix, complete := re.LiteralPrefix()
		longest, _ := regexp.MustCompilePOSIX(`^ab*c`).LiteralPrefix()
		fmt.Printf("%s %q %v %q\n", s, prefix, complete, longest)
	}
	for _, s := range []string{"import \"a b\"", "import (\"b;\"; x \"}\")", "import \"\"", "import `*`", "import 'x'", "import x"} {
		text, err := format.Source([]byte("package p\n" + s + "\n"))
		fmt.Printf("%q %v\n", text, err)
	}
}
