// Command gen-text-vectors prints what Go's standard library gives for random
// arguments; the tests of src/native/text compare the cores with it.
//
//	go run scripts/gen-text-vectors/main.go -n 60 > src/native/text/vectors.txt
//
// A line is an operation, its arguments and its results, separated by tabs.
// Texts are in hexadecimal with an x before them, lists of texts joined by
// commas; numbers are decimal, floats their bits.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	random *rand.Rand
	out    *bufio.Writer
)

func main() {
	n := flag.Int("n", 60, "lines per operation")
	seed := flag.Int64("seed", 1, "seed")
	flag.Parse()
	random = rand.New(rand.NewSource(*seed))
	out = bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for range *n {
		vectors()
	}
}

func line(fields ...any) {
	for i, f := range fields {
		if i > 0 {
			out.WriteByte('\t')
		}
		switch f := f.(type) {
		case hex:
			fmt.Fprintf(out, "x%x", string(f))
		case []string:
			parts := []string{}
			for _, s := range f {
				parts = append(parts, fmt.Sprintf("x%x", s))
			}
			if f == nil {
				parts = []string{"nil"}
			}
			out.WriteString(strings.Join(parts, ","))
		case float64:
			if math.IsNaN(f) {
				f = math.NaN()
			}
			fmt.Fprint(out, math.Float64bits(f))
		case bool:
			fmt.Fprint(out, map[bool]int{false: 0, true: 1}[f])
		default:
			fmt.Fprint(out, f)
		}
	}
	out.WriteByte('\n')
}

// A hex is a text that is printed in hexadecimal.
type hex string

func code(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, strconv.ErrRange):
		return 1
	case errors.Is(err, strconv.ErrSyntax):
		return 2
	case strings.Contains(err.Error(), "invalid base"):
		return 3
	}
	return 4
}

func vectors() {
	f := float()
	format, prec, bits := "beEfgGxXq"[random.Intn(9)], random.Intn(24)-3, 32+32*random.Intn(2)
	if random.Intn(20) == 0 {
		prec = random.Intn(1200)
	}
	line("format_float", f, format, max(prec, -1), bits, hex(strconv.FormatFloat(f, format, max(prec, -1), bits)))
	for _, format := range "efgx" {
		line("format_float", f, int(format), -1, bits, hex(strconv.FormatFloat(f, byte(format), -1, bits)))
	}

	s := numeral()
	value, err := strconv.ParseFloat(s, bits)
	line("parse_float", hex(s), bits, value, code(err))
	base, size := []int{0, 2, 8, 10, 16, 36, 1, 37}[random.Intn(8)], []int{0, 8, 16, 32, 64, 7, 65, -1}[random.Intn(8)]
	i, err := strconv.ParseInt(s, base, size)
	line("parse_int", hex(s), base, size, i, code(err))
	u, err := strconv.ParseUint(s, base, size)
	line("parse_uint", hex(s), base, size, u, code(err))
	i = int64(random.Uint64()) >> random.Intn(64)
	base = 2 + random.Intn(35)
	line("format_int", i, base, hex(strconv.FormatInt(i, base)))
	line("format_uint", uint64(i), base, hex(strconv.FormatUint(uint64(i), base)))

	s, t, sep := text(), text(), word()
	line("quote", hex(s), hex(strconv.Quote(s)), hex(strconv.QuoteToASCII(s)), hex(strconv.QuoteToGraphic(s)), strconv.CanBackquote(s))
	r := codePoint()
	line("quote_rune", r, hex(strconv.QuoteRune(r)), hex(strconv.QuoteRuneToASCII(r)), hex(strconv.QuoteRuneToGraphic(r)))
	literal := literal()
	whole, err := strconv.Unquote(literal)
	prefix, err2 := strconv.QuotedPrefix(literal)
	line("unquote", hex(literal), hex(whole), code(err), hex(prefix), code(err2))

	line("search", hex(s), hex(sep), strings.Index(s, sep), strings.LastIndex(s, sep), strings.Count(s, sep),
		strings.IndexAny(s, sep), strings.LastIndexAny(s, sep))
	line("index_rune", hex(s), r, strings.IndexRune(s, r))
	line("trim", hex(s), hex(sep), hex(strings.TrimLeft(s, sep)), hex(strings.TrimRight(s, sep)), hex(strings.TrimSpace(s)))
	line("fold", hex(s), hex(t), strings.EqualFold(s, t))
	line("fold", hex(s), hex(strings.ToUpper(s)), strings.EqualFold(s, strings.ToUpper(s)))
	n := random.Intn(6) - 2
	line("split", hex(s), hex(sep), n, strings.SplitN(s, sep, n), strings.SplitAfterN(s, sep, n))
	line("fields", hex(s), strings.Fields(s))
	line("case", hex(s), hex(strings.ToUpper(s)), hex(strings.ToLower(s)), hex(strings.ToTitle(s)))
	line("replace", hex(s), hex(sep), hex(t), n, hex(strings.Replace(s, sep, t, n)))
	line("valid", hex(s), hex(sep), hex(strings.ToValidUTF8(s, sep)))
	pairs := []string{word(), word(), word(), word(), word(), word()}[:2+2*random.Intn(3)]
	line("pairs", hex(s), pairs, hex(strings.NewReplacer(pairs...).Replace(s)))

	first, width := utf8.DecodeRuneInString(s)
	last, lastWidth := utf8.DecodeLastRuneInString(s)
	line("utf8", hex(s), first, width, last, lastWidth, utf8.FullRuneInString(s), utf8.RuneCountInString(s), utf8.ValidString(s))
	b := []byte(string(r))
	b = b[:random.Intn(len(b)+1)]
	line("full", hex(b), utf8.FullRune(b))

	mask := 0
	for i, is := range []func(rune) bool{unicode.IsControl, unicode.IsDigit, unicode.IsGraphic, unicode.IsLetter, unicode.IsLower, unicode.IsMark,
		unicode.IsNumber, unicode.IsPrint, unicode.IsPunct, unicode.IsSpace, unicode.IsSymbol, unicode.IsTitle, unicode.IsUpper} {
		if is(r) {
			mask |= 1 << i
		}
	}
	line("rune", r, mask, unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r))
}

func float() float64 {
	switch random.Intn(7) {
	case 0:
		return math.Float64frombits(random.Uint64())
	case 1:
		return float64(random.Intn(20000)-10000) / 16
	case 2:
		return []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, math.SmallestNonzeroFloat64, 1e21, 1e20, 1e-5, 1e-4, math.MaxFloat32, math.SmallestNonzeroFloat32}[random.Intn(13)]
	case 3:
		return float64(math.Float32frombits(random.Uint32()))
	case 4:
		return math.Ldexp(1, random.Intn(2100)-1075)
	case 5:
		return float64(random.Int63n(1000000)) * math.Pow(10, float64(random.Intn(30)-10))
	}
	return random.NormFloat64() * math.Pow(10, float64(random.Intn(40)-20))
}

var numeralWords = strings.Fields("0 1 9 12 255 256 9223372036854775807 9223372036854775808 18446744073709551615 18446744073709551616 - + _ . e E e+ e- 0x 0X 0b 0o p P- f z inf Infinity NaN 308 1.7976931348623159 5 00 1_0")

func numeral() string {
	f := float()
	switch random.Intn(5) {
	case 0:
		return strconv.FormatFloat(f, "eEfgxX"[random.Intn(6)], random.Intn(30)-1, 64)
	case 1:
		// Between two neighbouring floats, which is where rounding shows.
		next := math.Nextafter(f, math.Inf(1))
		if math.IsInf(next, 0) || math.IsNaN(next) {
			return "1"
		}
		a, b := strconv.FormatFloat(f/2, 'f', 1100, 64), strconv.FormatFloat(next/2, 'f', 1100, 64)
		if len(a) > 60 {
			a, b = strconv.FormatFloat(f, 'x', 20, 64), strconv.FormatFloat(next, 'X', -1, 64)
			return []string{a, b}[random.Intn(2)]
		}
		return a + b[len(b)-1:]
	case 2:
		return fmt.Sprintf([]string{"%d", "%#x", "%#b", "%O", "-%d", "%x"}[random.Intn(6)], random.Uint64()>>random.Intn(64))
	case 3:
		return fmt.Sprintf("0x%x.%xp%d", random.Intn(40), random.Uint64(), random.Intn(2300)-1150)
	}
	s := ""
	for range random.Intn(6) {
		s += numeralWords[random.Intn(len(numeralWords))]
	}
	return s
}

var words = []string{
	"a", "b", "ab", "aba", "A", "B", " ", "\t", "\n", "  ", ",", ", ", "é", "É", "世", "界", "😀", "\xff", "\xc3", "\xe4\xb8", "\xf0\x9f", "\xed\xa0\x80",
	"\ufffd", "\u00a0", "\u2003", "\u0085", "ß", "ſ", "\u212a", "K", "k", "ǆ", "ǅ", "ı", "İ", "i", "I", "x", "-", "_", "0", "1", ".", "\x00", "\x7f", "\ufeff",
}

func word() string {
	s := ""
	for range random.Intn(3) {
		s += words[random.Intn(len(words))]
	}
	return s
}

func text() string {
	from := words
	if random.Intn(3) == 0 {
		from = words[:8]
	}
	n := random.Intn(10)
	if random.Intn(15) == 0 {
		n = 100
	}
	s := ""
	for range n {
		s += from[random.Intn(len(from))]
		if random.Intn(10) == 0 {
			s += string(codePoint())
		}
	}
	return s
}

var literalWords = []string{
	`"`, "'", "`", `\`, `\n`, `\x41`, `\xff`, `\u00e9`, `\ud800`, `\U0001f600`, `\U00110000`, `\101`, `\777`, `\"`, `\'`, `\z`, "a", "é", "世", "\xff", "\n", "\r", "\u00a0",
}

func literal() string {
	s := ""
	for range random.Intn(4) {
		s += literalWords[3+random.Intn(len(literalWords)-3)]
	}
	quote := literalWords[random.Intn(3)]
	return quote + s + quote + []string{"", "", "", "x"}[random.Intn(4)]
}

func codePoint() rune {
	switch random.Intn(6) {
	case 0:
		return rune(random.Intn(0x80))
	case 1:
		return rune(random.Intn(0x3000))
	case 2:
		return rune(random.Intn(0x20000))
	case 3:
		return []rune{-1, math.MinInt32, math.MaxInt32, 0x110000, 0x10FFFF, 0xD800, 0xDFFF, 0xFFFD, 0xFFFE, 0xFEFF, 0x85, 0xA0, 'K', 'ſ', 'İ', 'ǅ'}[random.Intn(16)]
	}
	return rune(random.Intn(0x110000))
}
