package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/scanner"
	"unicode"
)

func scan(text string, set func(*scanner.Scanner)) {
	var s scanner.Scanner
	s.Init(strings.NewReader(text))
	s.Filename = "f"
	var errs []string
	s.Error = func(s *scanner.Scanner, msg string) {
		errs = append(errs, fmt.Sprintf("%s|%s|%q: %s", s.Position, s.Pos(), s.TokenText(), msg))
	}
	if set != nil {
		set(&s)
	}
	fmt.Printf("%q\n", text)
	for range 200 {
		tok := s.Scan()
		fmt.Printf("\t%s %s %q", s.Position, scanner.TokenString(tok), s.TokenText())
		if p := s.Pos(); true {
			fmt.Printf(" ->%d:%d:%d %d", p.Offset, p.Line, p.Column, s.Peek())
		}
		for _, e := range errs {
			fmt.Print(" ! ", e)
		}
		errs = nil
		fmt.Println()
		if tok == scanner.EOF {
			break
		}
	}
	fmt.Println("\t", s.ErrorCount, s.Pos().Offset)
}

type slow struct {
	text string
	err  error
}

func (r *slow) Read(p []byte) (int, error) {
	if r.text == "" {
		return 0, r.err
	}
	p[0] = r.text[0]
	r.text = r.text[1:]
	return 1, nil
}

var texts = []string{
	"", " ", "\n", "a", "a b\nc\n\n  d", "x1 _y é日本 a1_b", "x := 3 + y*2 // end\nz", "/* a\nb */ c /* d", "/", "/ /", "//", "a//b\n//c", "/*/ */x", "/**/x", "/***/x",
	`"a" "b\n" "\"" "\x41\u00e9\U0001F600\101" "\q" "\x4" "\u12" "\8" "unterminated`, "\"a\nb\"", "'a' 'ab' '' '\\n' '\\'' 'é' '\n'", "`raw\nstring` `unterminated",
	"0 1 12 007 08 0x1F 0b11 0b12 0o17 0o18 0xg 0x 0b 0o 0_1 1_000 1__0 1_ _1 0x_1 0_x1 0b_1_", "1.5 .5 5. 1e3 1E+3 1e 1e+ 1.e5 0x1p4 0x1.8p1 0x1.8 0x.p1 1p3 0b1.0 0o1.5 0b1e3 0x1e3 08.5 09 1.5.6 ..5 1..2 .e3 1_.5 1._5 1e_5 1e5_",
	"1i 3ms 0xAbCdEf 0XFF 0B1 0O7 1E5 0X1P-2 089 1e10abc", "a.b.c f(x, y) [1] {2} a<=b a&&b !x ~ @ # $ ? \\", "\ufeffa\ufeffb", "a\x00b", "a\xffb\xc3", "\"\xff\x00\"", "é\tü\r\nß", "\u2028\u00a0x", "😀 😀a",
	"'", "''", "'a", "\"", "`", "'\\", "\"\\", "0x1.", "0b.1", ".", "..", "...", "-1 +2", "a/b/*c*/d", "/*", "/* *", "#!x\ny", strings.Repeat("long_identifier_", 100) + " end", strings.Repeat(" ", 1030) + "x" + strings.Repeat("é", 600) + " y", "\"" + strings.Repeat("日本", 400) + "\" z", strings.Repeat("a\n", 30),
}

func main() {
	for _, text := range texts {
		scan(text, nil)
	}
	const mixed = "foo 12 1.5 'c' \"str\" `raw` // comment\n/* c */ .5 x9 0x1p2 1e3 a.b \"\n'"
	for _, mode := range []uint{0, scanner.ScanIdents, scanner.ScanInts, scanner.ScanFloats, scanner.ScanChars, scanner.ScanStrings, scanner.ScanRawStrings, scanner.ScanComments, scanner.ScanComments | scanner.SkipComments, scanner.SkipComments, scanner.GoTokens, scanner.GoTokens &^ scanner.SkipComments, scanner.ScanIdents | scanner.ScanInts} {
		fmt.Println("mode", mode)
		scan(mixed, func(s *scanner.Scanner) { s.Mode = mode })
	}
	for _, ws := range []uint64{0, 1 << ' ', 1 << '\n', scanner.GoWhitespace ^ 1<<'\n'} {
		scan("a b\tc\n\n d", func(s *scanner.Scanner) { s.Whitespace = ws })
	}
	scan("%var1 var2% a-b 7x $", func(s *scanner.Scanner) {
		s.IsIdentRune = func(ch rune, i int) bool {
			return ch == '%' && i == 0 || ch == '-' && i > 0 || unicode.IsLetter(ch) || unicode.IsDigit(ch) && i > 0
		}
	})
	scan("abc", func(s *scanner.Scanner) { s.IsIdentRune = func(ch rune, i int) bool { return i < 2 } })

	// characters
	var s scanner.Scanner
	s.Init(strings.NewReader("a\nbé\n\nc"))
	fmt.Println(s.Pos(), s.Position, s.IsValid())
	for {
		p := s.Peek()
		ch := s.Next()
		fmt.Println(p, ch, s.Pos(), s.Position.String(), s.TokenText() == "")
		if ch == scanner.EOF {
			break
		}
	}
	fmt.Println(s.Next(), s.Scan(), s.Scan())
	s.Init(strings.NewReader("x y z"))
	fmt.Println(s.Scan(), s.TokenText(), s.Next(), s.Next(), s.TokenText(), s.Scan(), s.TokenText(), s.Position)

	// readers
	s.Init(&slow{"héllo wörld 12\n", io.EOF})
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Println(s.Position, s.TokenText())
	}
	s.Init(&slow{"ab cd", errors.New("disk on fire")})
	s.Error = func(s *scanner.Scanner, msg string) { fmt.Println("error", s.Pos(), s.Position, msg) }
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Println(s.Position, s.TokenText())
	}
	// without Error, errors are written
	s.Init(strings.NewReader("'ab' \x00"))
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Println(s.Position, scanner.TokenString(tok), s.ErrorCount)
	}
	fmt.Println(scanner.TokenString('x'), scanner.TokenString('\n'), scanner.TokenString(scanner.Comment), scanner.TokenString(-9), scanner.TokenString('é'))
	fmt.Println(scanner.Position{}, scanner.Position{Filename: "f"}, scanner.Position{Line: 2, Column: 3}, scanner.Position{Filename: "f", Line: 1, Column: 1})
	fmt.Println(scanner.GoTokens, uint64(scanner.GoWhitespace), scanner.EOF, scanner.Comment)
}
