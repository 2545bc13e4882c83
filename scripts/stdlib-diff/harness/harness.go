// The harness of stdlib-diff: it calls our functions and the real ones with
// the same random arguments and compares what they give, panics included.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand"
	"os"
	"reflect"
	"strings"
	"unicode"
)

// A pair is the same thing on both sides.
type pair struct {
	name       string
	ours, real any
}

var functions, types, values []pair

var (
	random   *rand.Rand
	failures int
)

func main() {
	rounds := flag.Int("n", 20000, "calls per function")
	seed := flag.Int64("seed", 1, "seed")
	flag.Parse()
	random = rand.New(rand.NewSource(*seed))
	for _, p := range values {
		if ours, real := plain(p.ours), plain(p.real); ours != real {
			fail("%s is\n\t%.300s, not\n\t%.300s", p.name, ours, real)
		}
	}
	for _, p := range functions {
		compareFunction(p, *rounds)
	}
	for _, p := range types {
		for range *rounds / 20 {
			if !compareMethods(p) {
				break
			}
		}
	}
	fmt.Printf("%d values, %d functions, %d types: %d failures\n", len(values), len(functions), len(types), failures)
	if failures > 0 {
		os.Exit(1)
	}
}

func fail(format string, args ...any) {
	failures++
	fmt.Printf(format+"\n", args...)
}

func compareFunction(p pair, rounds int) {
	ours, real := reflect.ValueOf(p.ours), reflect.ValueOf(p.real)
	if ours.Type().NumIn() != real.Type().NumIn() {
		fail("%s: %v is not %v", p.name, ours.Type(), real.Type())
		return
	}
	for range rounds {
		a, b := arguments(p.name, ours.Type(), real.Type())
		shown := plain(interfaces(b))
		if got, want := call(ours, a), call(real, b); got != want {
			fail("%s%s gives\n\t%.300s, not\n\t%.300s", p.name, shown, got, want)
			return
		}
	}
}

// compareMethods does a random sequence of calls on a new value of each side.
func compareMethods(p pair) bool {
	ours, real := reflect.New(reflect.TypeOf(p.ours).Elem()), reflect.New(reflect.TypeOf(p.real).Elem())
	for _, f := range functions {
		// Through a constructor, if there is one, four times in five.
		if strings.HasPrefix(f.name, p.name[:strings.LastIndex(p.name, ".")+1]+"New"+p.name[strings.LastIndex(p.name, ".")+1:]) && random.Intn(5) > 0 {
			a, b := arguments(f.name, reflect.TypeOf(f.ours), reflect.TypeOf(f.real))
			if len(a)%2 == 0 || !strings.HasSuffix(f.name, "Replacer") {
				ours, real = reflect.ValueOf(f.ours).Call(a)[0], reflect.ValueOf(f.real).Call(b)[0]
			}
		}
	}
	if strings.HasSuffix(p.name, "NumError") {
		return true
	}
	history := ""
	for range 30 {
		i := random.Intn(real.NumMethod())
		name := real.Type().Method(i).Name
		f, g := ours.MethodByName(name), real.Method(i)
		if !f.IsValid() {
			fail("%s has no method %s", p.name, name)
			return false
		}
		a, b := arguments(p.name+"."+name, f.Type(), g.Type())
		history += "\n\t" + name + plain(interfaces(b))
		got, want := call(f, a), call(g, b)
		if got != want {
			fail("%s:%.2000s gives\n\t%.300s, not\n\t%.300s", p.name, history, got, want)
			return false
		}
		if strings.HasPrefix(want, "panic") {
			break
		}
	}
	return true
}

func interfaces(values []reflect.Value) []any {
	list := []any{}
	for _, v := range values {
		list = append(list, v.Interface())
	}
	return list
}

// call gives the results, or the panic, as text, and what became of the
// arguments that can be changed.
func call(f reflect.Value, args []reflect.Value) (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = "panic: " + fmt.Sprint(r)
		}
	}()
	results := f.Call(args)
	text = plain(interfaces(results))
	for _, arg := range args {
		if arg.Kind() == reflect.Slice || arg.Kind() == reflect.Interface || arg.Kind() == reflect.Pointer {
			text += " " + plain(arg.Interface())
		}
	}
	return text
}

// plain shows a value so that equal values of both sides show equally: types
// are left out, nil and capacities are shown, sequences are run.
func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case error:
		return "error " + v.Error()
	case *sink:
		return fmt.Sprintf("sink %q", v.got)
	case *source:
		return fmt.Sprintf("source %q", v.rest)
	case float64:
		return fmt.Sprintf("%v %x", v, math.Float64bits(v))
	case complex128:
		return plain(real(v)) + plain(imag(v))
	}
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.String:
		return fmt.Sprintf("%q", r.String())
	case reflect.Slice:
		if r.IsNil() {
			return "nil"
		}
		if r.Type().Elem().Kind() == reflect.Uint8 {
			if exact {
				return fmt.Sprintf("%q cap %d", r.Bytes(), r.Cap())
			}
			return fmt.Sprintf("%q", r.Bytes())
		}
		fallthrough
	case reflect.Array:
		parts := []string{}
		for i := range r.Len() {
			parts = append(parts, plain(r.Index(i).Interface()))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case reflect.Func:
		if t := r.Type(); t.NumIn() != 1 || t.NumOut() != 0 || t.In(0).Kind() != reflect.Func {
			return "func"
		}
		// A sequence: run it, and once more up to its second value.
		parts := []string{}
		for x := range r.Seq() {
			parts = append(parts, plain(x.Interface()))
		}
		n := 0
		for range r.Seq() {
			if n++; n == 2 {
				break
			}
		}
		return "seq " + strings.Join(parts, " ")
	case reflect.Pointer:
		if r.IsNil() {
			return "nil"
		}
		if r.Elem().Kind() == reflect.Struct && r.Elem().NumField() > 0 && !r.Elem().Type().Field(0).IsExported() {
			return "pointer"
		}
		return "&" + plain(r.Elem().Interface())
	case reflect.Struct:
		parts := []string{}
		for i := range r.NumField() {
			parts = append(parts, plain(r.Field(i).Interface()))
		}
		return "{" + strings.Join(parts, " ") + "}"
	case reflect.Map:
		parts := map[string]string{}
		for _, k := range r.MapKeys() {
			parts[plain(k.Interface())] = plain(r.MapIndex(k).Interface())
		}
		return fmt.Sprint(parts)
	}
	return fmt.Sprint(v)
}

// exact says whether capacities of byte slices are compared too.
var exact = true

// arguments makes the same random arguments for both sides. The name of the
// function tells what kind of text is interesting.
func arguments(name string, ours, real reflect.Type) (a, b []reflect.Value) {
	exact = !strings.HasPrefix(name, "strconv.Append")
	n := real.NumIn()
	for i := range n {
		if real.IsVariadic() && i == n-1 {
			tables := real.In(i).Elem().Kind() == reflect.Pointer
			for range 2 * random.Intn(4) {
				if tables {
					x, y := argument(name, ours.In(i).Elem(), real.In(i).Elem())
					a, b = append(a, x), append(b, y)
					continue
				}
				x := reflect.ValueOf(text(name))
				a, b = append(a, x), append(b, x)
			}
			break
		}
		x, y := argument(name, ours.In(i), real.In(i))
		a, b = append(a, x), append(b, y)
	}
	return a, b
}

var predicates = []func(rune) bool{
	unicode.IsSpace, unicode.IsUpper, unicode.IsLetter,
	func(r rune) bool { return r == unicode.ReplacementChar },
	func(r rune) bool { return r < 'm' },
	func(rune) bool { return true },
	func(rune) bool { return false },
}

var mappings = []func(rune) rune{
	unicode.ToUpper, unicode.ToLower,
	func(r rune) rune { return r },
	func(r rune) rune { return r + 1 },
	func(r rune) rune { return -1 },
	func(r rune) rune { return r * 1000 },
	func(r rune) rune {
		if r == 'a' {
			return 0xD800
		}
		return r - 'b'
	},
}

// The tables and special cases of both sides, by position.
var ourTables, realTables, ourSpecial, realSpecial []reflect.Value

func collect() {
	for _, p := range values {
		switch p.real.(type) {
		case *unicode.RangeTable:
			ourTables, realTables = append(ourTables, reflect.ValueOf(p.ours)), append(realTables, reflect.ValueOf(p.real))
		}
	}
}

func argument(name string, ours, real reflect.Type) (reflect.Value, reflect.Value) {
	same := func(v any) (reflect.Value, reflect.Value) {
		return reflect.ValueOf(v), reflect.ValueOf(v)
	}
	switch real {
	case reflect.TypeFor[io.Writer]():
		fail := random.Intn(8) == 0
		if fail {
			n := random.Intn(5)
			return reflect.ValueOf(&short{n}), reflect.ValueOf(&short{n})
		}
		return reflect.ValueOf(new(sink)), reflect.ValueOf(new(sink))
	case reflect.TypeFor[io.Reader]():
		s, end := text(name), random.Intn(4) == 0
		return reflect.ValueOf(&source{s, end}), reflect.ValueOf(&source{s, end})
	case reflect.TypeFor[func(rune) bool]():
		return same(predicates[random.Intn(len(predicates))])
	case reflect.TypeFor[func(rune) rune]():
		return same(mappings[random.Intn(len(mappings))])
	case reflect.TypeFor[*unicode.RangeTable]():
		if realTables == nil {
			collect()
		}
		i := random.Intn(len(realTables))
		return ourTables[i], realTables[i]
	case reflect.TypeFor[[]*unicode.RangeTable]():
		a, b := reflect.MakeSlice(ours, 0, 0), reflect.MakeSlice(real, 0, 0)
		for range random.Intn(3) {
			x, y := argument(name, ours.Elem(), real.Elem())
			a, b = reflect.Append(a, x), reflect.Append(b, y)
		}
		return a, b
	case reflect.TypeFor[unicode.SpecialCase]():
		a := reflect.MakeSlice(ours, 0, 0)
		for _, c := range unicode.TurkishCase {
			x := reflect.New(ours.Elem()).Elem()
			x.Field(0).SetUint(uint64(c.Lo))
			x.Field(1).SetUint(uint64(c.Hi))
			for i := range c.Delta {
				x.Field(2).Index(i).SetInt(int64(c.Delta[i]))
			}
			a = reflect.Append(a, x)
		}
		return a, reflect.ValueOf(unicode.TurkishCase)
	}
	switch real.Kind() {
	case reflect.Bool:
		return same(random.Intn(2) == 0)
	case reflect.Int:
		return same(number(name))
	case reflect.Int64:
		return same(wide())
	case reflect.Uint64:
		return same(uint64(wide()))
	case reflect.Int32:
		return same(codePoint())
	case reflect.Uint8:
		if strings.Contains(name, "Float") || strings.Contains(name, "Complex") {
			return same("beEfgGxXq"[random.Intn(9)])
		}
		return same(anyByte())
	case reflect.Uint16:
		return same(uint16(random.Intn(0x10000)))
	case reflect.Float64:
		return same(float())
	case reflect.Complex128:
		return same(complex(float(), float()))
	case reflect.String:
		return same(text(name))
	case reflect.Slice:
		n := random.Intn(6)
		if n == 0 {
			zero := reflect.Zero(real)
			return zero, zero
		}
		if real.Elem().Kind() == reflect.Uint8 {
			s := text(name)
			extra := random.Intn(20)
			a, b := make([]byte, len(s), len(s)+extra), make([]byte, len(s), len(s)+extra)
			copy(a, s)
			copy(b, s)
			return reflect.ValueOf(a), reflect.ValueOf(b)
		}
		a, b := reflect.MakeSlice(real, 0, 0), reflect.MakeSlice(real, 0, 0)
		for range n - 1 {
			x, y := argument(name, real.Elem(), real.Elem())
			a, b = reflect.Append(a, x), reflect.Append(b, y)
		}
		return a, b
	}
	panic("no way to make a " + real.String())
}

// A sink takes everything.
type sink struct{ got []byte }

func (s *sink) Write(p []byte) (int, error) {
	s.got = append(s.got, p...)
	return len(p), nil
}

// A short writer takes n bytes and then fails.
type short struct{ n int }

func (s *short) Write(p []byte) (int, error) {
	if len(p) <= s.n {
		s.n -= len(p)
		return len(p), nil
	}
	n := s.n
	s.n = 0
	return n, errors.New("full")
}

// A source gives a text in pieces, and an error or io.EOF at its end.
type source struct {
	rest string
	bad  bool
}

func (s *source) Read(p []byte) (int, error) {
	if s.rest == "" {
		if s.bad {
			return 0, errors.New("broken")
		}
		return 0, io.EOF
	}
	n := copy(p, s.rest[:1+len(s.rest)/2])
	s.rest = s.rest[n:]
	return n, nil
}

func anyByte() byte {
	return "ab \n'\"`\x00\x7f\x80\xc3\xff"[random.Intn(12)]
}

func number(name string) int {
	if strings.Contains(name, "Repeat") && random.Intn(20) == 0 {
		return math.MaxInt / (1 + random.Intn(3))
	}
	switch random.Intn(8) {
	case 0:
		return -random.Intn(3)
	case 1:
		return []int{10, 16, 32, 64, 128, 2, 36, 37, 65, 8, 0}[random.Intn(11)]
	case 2:
		return 64
	case 3:
		return 32
	case 4:
		return random.Intn(100)
	}
	return random.Intn(12)
}

func wide() int64 {
	n := int64(random.Uint64())
	switch random.Intn(4) {
	case 0:
		n = int64(random.Intn(300)) - 100
	case 1:
		n >>= random.Intn(64)
	case 2:
		n = []int64{math.MaxInt64, math.MinInt64, 0, 1, -1, 1 << 32}[random.Intn(6)]
	}
	return n
}

func float() float64 {
	switch random.Intn(5) {
	case 0:
		return math.Float64frombits(random.Uint64())
	case 1:
		return float64(random.Intn(2000)-1000) / 8
	case 2:
		return []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, math.SmallestNonzeroFloat64, 1e21, 1e20, 1e-5, 1e-4}[random.Intn(11)]
	}
	return random.NormFloat64() * math.Pow(10, float64(random.Intn(40)-20))
}

func codePoint() rune {
	switch random.Intn(6) {
	case 0:
		return rune(random.Intn(0x80))
	case 1:
		return rune(random.Intn(0x3000))
	case 2:
		return rune(random.Intn(0x110000))
	case 3:
		return []rune{-1, math.MinInt32, math.MaxInt32, 0x110000, 0x10FFFF, 0xD800, 0xDFFF, 0xFFFD, 0xFFFE, 0xFEFF, 0x85, 0xA0, 'K', 'ſ', 'İ', 'ǅ'}[random.Intn(16)]
	}
	return rune("abcXYZ019 \t\n_-"[random.Intn(14)])
}

var words = []string{
	"a", "b", "ab", "aba", "A", "B", " ", "\t", "\n", "  ", ",", ", ", "é", "É", "世", "界", "😀", "\xff", "\xc3", "\xe4\xb8", "\xf0\x9f", "\xed\xa0\x80",
	"\ufffd", "\u00a0", "\u2003", "\u0085", "ß", "ſ", "K", "K", "k", "ǆ", "ǅ", "ı", "İ", "i", "I", "x", "-", "_", "0", "1", ".", "\x00", "\x7f", "\ufeff",
}

var numberWords = []string{
	"0", "1", "9", "12", "255", "256", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "-", "+", "_", ".", "e", "E", "e+", "e-",
	"0x", "0X", "0b", "0o", "p", "P-", "f", "z", "inf", "Infinity", "NaN", "nan", "i", "(", ")", "+", "i", "true", "False", "T", "308", "1.7976931348623159", "1e", "5", "00", " ",
}

var quoteWords = []string{
	`"`, `"`, `"`, "'", "`", `\`, `\n`, `\x41`, `\xff`, `\u00e9`, `\ud800`, `\U0001f600`, `\U00110000`, `\101`, `\777`, `\"`, `\'`, `\z`, "a", "é", "世", "\xff", "\n", "\r", "\u00a0", "\u200b",
}

// text makes a string of the kind that the function named is for.
func text(name string) string {
	list := words
	var b strings.Builder
	n := random.Intn(8)
	switch {
	case strings.Contains(name, "strconv.Parse"), strings.Contains(name, "strconv.Atoi"):
		list = numberWords
		n = random.Intn(6)
		if random.Intn(3) == 0 {
			return fmt.Sprintf([]string{"%v", "%x", "%e", "%d", "0x%x", "%#o", "%#b"}[random.Intn(7)], []any{float(), wide(), random.Intn(1000)}[random.Intn(3)])
		}
		if random.Intn(5) == 0 {
			return fmt.Sprintf("%v%+vi", float(), float())
		}
	case strings.Contains(name, "quote"), strings.Contains(name, "Quoted"):
		list = quoteWords
		if random.Intn(2) == 0 {
			q := []string{`"`, "'", "`"}[random.Intn(3)]
			inner := ""
			for range random.Intn(4) {
				inner += list[4+random.Intn(len(list)-4)]
			}
			return q + inner + q
		}
	case random.Intn(4) == 0:
		// Few different words, so that things are found.
		list = words[:6]
	case random.Intn(4) == 0:
		for range random.Intn(5) {
			b.WriteRune(codePoint())
		}
	}
	if random.Intn(50) == 0 {
		n *= 40
	}
	for range n {
		b.WriteString(list[random.Intn(len(list))])
	}
	return b.String()
}
