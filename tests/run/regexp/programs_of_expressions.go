package main

import (
	"fmt"
	"regexp/syntax"
)

func main() {
	for _, s := range []string{
		`a(b|c)*d`, `(?i)straße|k+?`, `^(?m:^x$)\b\B\z`, `(a*)*`, `(|a)+`, `[^\n]{2,4}.(?s:.)`, `(?:)`, `[^\x00-\x{10FFFF}]`, `(?P<n>a|b|cd)??`, `abc`, `(?i:k)`,
		`\A日本\pL`, `x{3}y*?`, `(?i)abc`,
	} {
		re, err := syntax.Parse(s, syntax.Perl)
		if err != nil {
			fmt.Println(s, err)
			continue
		}
		p, err := syntax.Compile(re.Simplify())
		fmt.Printf("%s %v start %d caps %d\n%v", s, err, p.Start, p.NumCap, p)
		prefix, complete := p.Prefix()
		fmt.Printf("%q %v %d\n", prefix, complete, p.StartCond())
		for i := range p.Inst {
			in := &p.Inst[i]
			switch in.Op {
			case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
				for _, r := range "aKk\nſ日x\u212a" {
					fmt.Print(in.MatchRune(r), in.MatchRunePos(r), " ")
				}
				fmt.Println(in.Op)
			case syntax.InstEmptyWidth:
				fmt.Println(in.Op, in.MatchEmptyWidth(-1, 'a'), in.MatchEmptyWidth('a', 'b'), in.MatchEmptyWidth('\n', -1), in.MatchEmptyWidth(' ', '\n'))
			}
		}
	}
	fmt.Println(syntax.InstOp(20), syntax.InstAltMatch)
}
