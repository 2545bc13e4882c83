package main

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"os"
	"reflect"
	"strings"
	"text/template"
)

type inner struct {
	Depth int
	next  int
}

func (i inner) Twice() int      { return 2 * i.Depth }
func (i *inner) Address() bool  { return i != nil }
func (i inner) String() string  { return fmt.Sprintf("<%d>", i.Depth) }
func (i inner) Add(n int) inner { return inner{Depth: i.Depth + n} }

type embedded struct {
	Promoted string
}

func (e embedded) Greet(name string, more ...string) string {
	return e.Promoted + " " + name + strings.Join(more, "+")
}

type pointerStringer struct{ N int }

func (p *pointerStringer) String() string { return "PS" + fmt.Sprint(p.N) }

type plainError struct{}

func (plainError) Error() string { return "plain error" }

type data struct {
	embedded
	*Missing
	Int      int
	Neg      int
	Uint     uint8
	Float    float64
	Complex  complex128
	Bool     bool
	Str      string
	hidden   int
	Inner    inner
	Ptr      *inner
	NilPtr   *inner
	Slice    []int
	Strings  []string
	Empty    []int
	Array    [3]string
	Map      map[string]int
	IntMap   map[int]string
	Deep     map[string]map[string]inner
	NilMap   map[string]int
	Any      any
	AnyNil   any
	AnySlice any
	AnyMap   any
	Func     func(int, ...string) string
	FuncErr  func(bool) (string, error)
	NilFunc  func()
	BadFunc  func() (int, int)
	Err      error
	Chan     chan int
	Seq      iter.Seq[int]
	Seq2     iter.Seq2[string, int]
	PS       pointerStringer
	PPS      *pointerStringer
	Iface    fmt.Stringer
	Bytes    []byte
	Struct   struct{ A, B any }
	Inners   []inner
	Value    reflect.Value
	PtrPtr   **inner
}

type Missing struct{ Deep int }

func (d data) Method0() string                   { return "M0" }
func (d data) Method1(x int) string              { return fmt.Sprintf("M1(%d)", x) }
func (d data) Method2(x uint16, y string) string { return fmt.Sprintf("M2(%d,%q)", x, y) }
func (d data) Variadic(s ...any) string          { return fmt.Sprint(len(s), s) }
func (d data) Fail(b bool) (string, error) {
	if b {
		return "", errors.New("it failed")
	}
	return "fine", nil
}
func (d data) Panic(x any) int          { panic(x) }
func (d data) PanicErr() int            { panic(errors.New("an error")) }
func (d data) NoResult()                {}
func (d data) TwoResults() (int, int)   { return 1, 2 }
func (d *data) OnPointer() string       { return "OP" }
func (d data) TakesPtr(p *inner) string { return fmt.Sprint(p == nil) }
func (d data) TakesVal(p inner) string  { return p.String() }
func (d data) TakesIface(s fmt.Stringer) string {
	if s == nil {
		return "nil stringer"
	}
	return s.String()
}
func (d data) TakesFloat(f float32) string       { return fmt.Sprint(f) }
func (d data) TakesComplex(c complex64) string   { return fmt.Sprint(c) }
func (d data) TakesBool(b bool) string           { return fmt.Sprint(b) }
func (d data) TakesMap(m map[string]int) string  { return fmt.Sprint(len(m)) }
func (d data) TakesValue(v reflect.Value) string { return v.Kind().String() }
func (d data) GivesValue() reflect.Value         { return reflect.ValueOf([]int{4, 5}) }
func (d data) TakesFunc(f func()) bool           { return f == nil }
func (d data) TakesArray(a [2]int) int           { return a[0] }

func newData() *data {
	p := &inner{Depth: 7}
	return &data{
		embedded: embedded{"hi"},
		Int:      17, Neg: -3, Uint: 200, Float: 1.5, Complex: 1 + 2i, Bool: true, Str: "text",
		Inner: inner{Depth: 3}, Ptr: p, PtrPtr: &p,
		Slice: []int{3, 1, 2}, Strings: []string{"x", "y<z"}, Empty: []int{}, Array: [3]string{"a", "b", "c"},
		Map:    map[string]int{"one": 1, "two": 2, "three": 3},
		IntMap: map[int]string{3: "c", 1: "a", -2: "z"},
		Deep:   map[string]map[string]inner{"k": {"l": {Depth: 9}}},
		Any:    "any", AnySlice: []any{1, "two", nil, 3.5}, AnyMap: map[string]any{"k": []int{1, 2}, "n": nil},
		Func: func(n int, s ...string) string { return fmt.Sprint(n, s) },
		FuncErr: func(b bool) (string, error) {
			if b {
				return "x", errors.New("func failed")
			}
			return "ok", nil
		},
		BadFunc: func() (int, int) { return 1, 2 },
		Err:     plainError{},
		Seq: func(yield func(int) bool) {
			for i := 10; i < 13 && yield(i); i++ {
			}
		},
		Seq2: func(yield func(string, int) bool) { _ = yield("p", 1) && yield("q", 2) },
		PS:   pointerStringer{1}, PPS: &pointerStringer{2}, Iface: inner{Depth: 4},
		Bytes: []byte("bytes"), Inners: []inner{{Depth: 1}, {Depth: 2}}, Value: reflect.ValueOf(42),
	}
}

var funcs = template.FuncMap{
	"add":    func(a, b int) int { return a + b },
	"upper":  strings.ToUpper,
	"join":   func(sep string, s ...string) string { return strings.Join(s, sep) },
	"list":   func(a ...any) []any { return a },
	"dict":   func(k string, v any) map[string]any { return map[string]any{k: v} },
	"fail":   func(s string) (string, error) { return "", errors.New(s) },
	"die":    func() int { panic("died") },
	"index0": func(a []int) int { return a[len(a)] },
	"nilval": func() any { return nil },
	"value":  func(v reflect.Value) reflect.Value { return v },
	"one":    func() int { return 1 },
	"chan3": func() chan int {
		c := make(chan int, 3)
		c <- 1
		c <- 2
		c <- 3
		close(c)
		return c
	},
	"mapOf":  func() map[any]int { return map[any]int{2: 2, 1: 1} },
	"boolm":  func() map[bool]string { return map[bool]string{true: "t", false: "f"} },
	"floatm": func() map[float64]int { return map[float64]int{2.5: 1, -1: 2} },
	"structm": func() map[[2]int]string {
		return map[[2]int]string{{1, 2}: "12", {1, 1}: "11", {0, 5}: "05"}
	},
	"sendonly": func() chan<- int { return make(chan int) },
	"u64":      func(u uint64) uint64 { return u },
	"f64":      func(f float64) float64 { return f },
}

func run(text string, d any, opts ...string) {
	t, err := template.New("t").Funcs(funcs).Option(opts...).Parse(text)
	if err != nil {
		fmt.Printf("%s\n\tparse: %v\n", text, err)
		return
	}
	var b bytes.Buffer
	err = t.Execute(&b, d)
	fmt.Printf("%s\n\t%q", text, b.String())
	if err != nil {
		var ee template.ExecError
		fmt.Printf(" %v [%t]", err, errors.As(err, &ee))
	}
	fmt.Println()
}

var texts = strings.Split(strings.TrimSpace(`
plain text
{{.Int}} {{.Neg}} {{.Uint}} {{.Float}} {{.Complex}} {{.Bool}} {{.Str}}
{{.Inner}} {{.Ptr}} {{.NilPtr}} {{.PS}} {{.PPS}} {{.Err}} {{.Iface}}
{{.Slice}} {{.Array}} {{.Map}} {{.IntMap}} {{.NilMap}} {{.Any}} {{.AnyNil}} {{.Bytes}} {{.Value}}
{{.Inner.Depth}} {{.Ptr.Depth}} {{.Inner.Twice}} {{.Ptr.Twice}} {{.Ptr.Address}} {{.Inner.Address}} {{.PtrPtr.Depth}}
{{.NilPtr.Depth}}
{{.NilPtr.Address}}
{{.NilPtr.Nope}}
{{.Inner.next}}
{{.hidden}}
{{.Nope}}
{{.Inner.Nope}}
{{.Int.Nope}}
{{.Promoted}} {{.Greet "bob"}} {{.Greet "bob" "a" "b"}} {{"bob" | .Greet}} {{"z" | .Greet "bob" "y"}}
{{.Deep.k.l.Depth}} {{.Deep.k.l.Twice}} {{.Deep.x.l}} {{.Deep.x.l.Depth}}
{{.Missing.Deep}}
{{.Map.one}} {{.Map.four}} {{.NilMap.x}} {{.AnyMap.k}} {{.AnyMap.n}} {{.AnyMap.zz}}
{{.AnyMap.zz.y}}
{{.AnyNil.x}}
{{.Any.x}}
{{.IntMap.x}}
{{.Method0}} {{.Method1 3}} {{.Method2 4 "x"}} {{.OnPointer}} {{5 | .Method1}} {{"s" | .Method2 1}}
{{.Method1}}
{{.Method1 1 2}}
{{.Method1 "x"}}
{{.Method1 1.5}}
{{.Method1 1.0}} {{.Method1 'a'}} {{.Method1 0x10}} {{.Method1 1e3}} {{.Method1 1_000}} {{.Method1 0b11}} {{.Method1 0o17}} {{.Method1 017}}
{{.Method1 .Float}}
{{.Method1 .Uint}}
{{.Method1 nil}}
{{.Method2 -1 "x"}}
{{.Method2 70000 "x"}}
{{.Variadic}} {{.Variadic 1}} {{.Variadic 1 "a" nil true 2.5 3i}} {{.Variadic .Int .Str .Any .AnyNil}}
{{.Fail false}} {{.Fail true}} unseen
{{.Panic "boom"}}
{{.Panic 3}}
{{.PanicErr}}
{{.NoResult}}
{{.TwoResults}}
{{.TakesPtr .Ptr}} {{.TakesPtr nil}} {{.TakesPtr .Inner}} {{.TakesPtr .NilPtr}}
{{.TakesVal .Ptr}} {{.TakesVal .Inner}} {{.TakesVal .Iface}}
{{.TakesVal .NilPtr}}
{{.TakesVal .Int}}
{{.TakesIface .Inner}} {{.TakesIface .PPS}} {{.TakesIface nil}} {{.TakesIface .PS}}
{{.TakesIface .Int}}
{{.TakesIface 3}}
{{.TakesFloat 1}} {{.TakesFloat 1.5}} {{.TakesFloat 1e2}} {{.TakesFloat .Float}}
{{.TakesFloat "a"}}
{{.TakesComplex 1i}} {{.TakesComplex 1+2i}} {{.TakesComplex 3}}
{{.TakesBool true}} {{.TakesBool .Bool}} {{.TakesBool "x"}}
{{.TakesMap .Map}} {{.TakesMap nil}} {{.TakesMap .AnyNil}} {{.TakesMap "x"}}
{{.TakesValue .Int}} {{.TakesValue "x"}} {{.TakesValue 1}} {{.TakesValue .AnyNil}} {{.TakesValue nil}} {{.TakesValue .Value}}
{{.GivesValue}} {{index .GivesValue 1}} {{range .GivesValue}}<{{.}}>{{end}}
{{.TakesFunc nil}} {{.TakesFunc .NilFunc}} {{.TakesFunc 1}}
{{.TakesArray 1}}
{{call .Func 1}} {{call .Func 1 "a" "b"}} {{1 | call .Func}} {{call .FuncErr false}}
{{call .FuncErr true}}
{{call .NilFunc}}
{{call .BadFunc}}
{{call .Int}}
{{call .AnyNil}}
{{call nil}}
{{call .Func}}
{{call .Func "x"}}
{{call .Func 1 2}}
{{call .Func nil}}
{{.Func | call}}
{{call}}
{{call .Func .Uint}} {{call .Func .Any}}
{{.Func}}
{{.Func 1}}
{{.NilFunc}}
{{.Chan}}
{{if .Func}}yes{{else}}no{{end}} {{if .NilFunc}}yes{{else}}no{{end}}
{{if true}}a{{end}}{{if false}}b{{end}}{{if 0}}c{{else}}d{{end}}{{if ""}}e{{else if .Int}}f{{else}}g{{end}}
{{if .Empty}}1{{else if .NilMap}}2{{else if .NilPtr}}3{{else if .AnyNil}}4{{else if .Struct}}5{{else}}6{{end}}
{{if 0.0}}a{{else}}b{{end}}{{if 0i}}a{{else}}b{{end}}{{if .Float}}a{{end}}{{if .Complex}}a{{end}}{{if .Uint}}a{{end}}{{if .Array}}a{{end}}
{{if nil}}a{{end}}
{{if .Value}}a{{end}}
{{with .Inner}}{{.Depth}}{{$.Int}}{{end}}{{with .Empty}}x{{else}}{{.Int}}{{end}}{{with .NilPtr}}a{{else with .Ptr}}{{.Depth}}{{else}}c{{end}}
{{with $x := .Int}}{{$x}}{{.}}{{end}}{{with $x := 3 | add 4}}{{$x}}{{end}}
{{range .Slice}}<{{.}}>{{end}} {{range .Empty}}x{{else}}empty{{end}} {{range .Array}}{{.}}{{end}}
{{range $x := .Slice}}{{$x}},{{end}} {{range $i, $x := .Slice}}{{$i}}={{$x}},{{end}} {{range $i, $_ := .Slice}}{{$i}}{{end}}
{{range .Map}}{{.}} {{end}}{{range $k, $v := .Map}}{{$k}}={{$v}} {{end}}{{range $k, $v := .IntMap}}{{$k}}={{$v}} {{end}}
{{range $k, $v := mapOf}}{{$k}}{{end}} {{range $k, $v := boolm}}{{$k}}{{$v}}{{end}} {{range $k, $v := floatm}}{{$k}}{{end}} {{range $k, $v := structm}}{{$v}} {{end}}
{{range chan3}}{{.}}{{end}} {{range $i, $c := chan3}}{{$i}}{{$c}}{{end}} {{range .Chan}}x{{else}}nil chan{{end}}
{{range 3}}{{.}}{{end}} {{range $i := 2}}{{$i}}{{end}} {{range .Uint | len | printf "%d"}}x{{end}}
{{range 0}}x{{else}}zero{{end}} {{range -2}}x{{else}}neg{{end}} {{range .Neg}}{{.}}{{else}}neg{{end}} {{range $x := .Uint}}{{if gt $x 3}}{{break}}{{end}}{{$x}}{{end}}
{{range $i, $x := 3}}{{$x}}{{end}}
{{range .Seq}}{{.}},{{end}} {{range $x := .Seq}}{{$x}},{{end}} {{range .Seq2}}{{.}}{{end}} {{range $k, $v := .Seq2}}{{$k}}{{$v}}{{end}} {{range $v := .Seq2}}{{$v}}{{end}}
{{range .Str}}x{{end}}
{{range .Float}}x{{end}}
{{range .AnyNil}}x{{else}}nothing{{end}} {{range .NilPtr}}x{{end}}
{{range .Inner}}x{{end}}
{{range .Slice}}{{if eq . 1}}{{continue}}{{end}}{{.}}{{end}} {{range .Slice}}{{if eq . 1}}{{break}}{{end}}{{.}}{{end}}
{{range .Seq}}{{if eq . 11}}{{break}}{{end}}{{.}}{{end}} {{range .Map}}{{if eq . 3}}{{break}}{{end}}{{.}}{{end}} {{range $k, $v := .Seq2}}{{break}}{{end}}
{{range .Slice}}{{range $.Strings}}{{if eq . "x"}}{{continue}}{{end}}{{.}}{{break}}{{end}}{{.}}{{end}}
{{range .Slice}}{{range $.Empty}}{{else}}{{break}}{{end}}{{.}}{{end}}.
{{range .Slice}}{{range $.Empty}}{{else}}{{continue}}{{end}}{{.}}{{end}}.
{{range .Slice}}{{range $x := 3}}{{if eq $x 1}}{{break}}{{end}}{{$x}}{{else}}n{{end}}{{.}}{{end}}.
{{range .Slice}}{{with .}}{{if eq . 1}}{{continue}}{{end}}{{.}}{{end}};{{end}}
{{range $i, $e := .Inners}}{{$i}}:{{$e.Depth}}:{{$e.Twice}}:{{.Address}} {{end}}
{{$x := 1}}{{$x}}{{$x = 2}}{{$x}}{{if true}}{{$x = 3}}{{$y := 4}}{{$y}}{{end}}{{$x}}{{if true}}{{$x := 9}}{{$x}}{{end}}{{$x}}
{{$x := 0}}{{range $x = .Slice}}{{$x}}{{end}}{{$x}} {{$i := 0}}{{range $i, $x = .Slice}}{{$i}}{{$x}} {{end}}{{$i}}{{$x}}
{{$x := 0}}{{range $x = .Empty}}{{end}}{{$x}}
{{$x := .Inner}}{{$x.Depth}} {{$x.Add 3}} {{($x.Add 3).Depth}} {{($x.Add 3).Twice}} {{(.Inner.Add 1).Add 2}}
{{and true false}} {{and 1 2}} {{and 0 2}} {{or 0 "x"}} {{or "" 0}} {{or 3 4}} {{and 1}} {{or 0}} {{1 | and 2}} {{0 | or 0}} {{and .Str .Int}}
{{and}}
{{or (eq 1 1) (die)}} {{and (eq 1 2) (die)}} {{and true (die)}}
{{not true}} {{not 0}} {{not .AnyNil}} {{not .Inner}} {{not "x"}}
{{not}}
{{not 1 2}}
{{len .Str}} {{len .Slice}} {{len .Map}} {{len .Array}} {{len "héé"}} {{len chan3}} {{len .AnySlice}}
{{len 3}}
{{len nil}}
{{len .AnyNil}}
{{len .NilPtr}}
{{index .Slice 0}} {{index .Slice .Inner.Depth}}
{{index .Slice 1}} {{index .Array 2}} {{index .Map "one"}} {{index .Map "zz"}} {{index .IntMap 3}} {{index .Str 0}} {{index .Deep "k" "l"}} {{index .AnySlice 1}} {{index .Slice}}
{{index .Slice -1}}
{{index .Slice 99}}
{{index .Slice "x"}}
{{index .Slice nil}}
{{index .Slice 1.5}}
{{index .Map 1}}
{{index .Map nil}}
{{index .Int 1}}
{{index nil 1}}
{{index .AnyNil 1}}
{{index .NilPtr 1}}
{{index .Slice .Uint}}
{{index .IntMap .Uint}} {{index (index .AnyMap "k") 1}} {{index .AnyMap "n"}} {{index .AnyMap "zz"}}
{{index .AnyMap "n" 1}}
{{slice .Str 1 3}} {{slice .Str}} {{slice .Str 2}} {{slice .Slice 1}} {{slice .Slice 0 2}} {{slice .Slice 0 1 2}} {{slice .Array 1 2}}
{{slice .Str 3 1}}
{{slice .Str 1 2 3}}
{{slice .Slice 0 9}}
{{slice .Slice 0 2 1}}
{{slice .Slice 0 1 2 3}}
{{slice .Int 1}}
{{slice nil}}
{{slice .Slice "a"}}
{{slice .Str 5}}
{{print 1 2 "x" "y" 3}} {{print}} {{printf "%d-%s-%v" 7 "x" nil}} {{println "a" 1}} {{printf "%T" 1.0}} {{printf "%T %T %T" 'a' 1i 0x1p4}} {{printf "%v %v" .Ptr .Inner}}
{{printf 3}}
{{printf "%T" (value .Int)}} {{value .Int}} {{printf "%T" .Value}} {{add .Value 1}}
{{html "<a href='x'>&\"" }} {{html .Strings}} {{html 1 2 "<"}} {{html nil}} {{"<" | html}}
{{js "it's <b> \"x\" \\ = & \n"}} {{js 1}} {{urlquery "a b&c=d/é"}} {{urlquery 1 "x"}}
{{eq 1 1}} {{eq 1 2}} {{eq 1 2 3 1}} {{eq "a" "a"}} {{eq 1.5 1.5}} {{eq true true}} {{eq 1i 1i}} {{eq .Int 17}} {{eq .Uint 200}} {{eq .Neg .Uint}} {{eq .Uint .Neg}}
{{eq 1 1.0}}
{{eq 1 "a"}}
{{eq 1}}
{{eq}}
{{eq .AnyNil nil}} {{eq .AnyNil 1}} {{eq 1 .AnyNil}} {{eq .NilPtr nil}} {{eq .Ptr .Ptr}} {{eq .Inner .Inner}} {{eq .NilMap nil}} {{eq .Map nil}}
{{eq .Slice .Slice}}
{{eq .Map .Map}}
{{eq .Inner .Ptr}}
{{eq .Array .Array}} {{eq .Any "any"}} {{eq .Iface .Inner}} {{eq .Any 1 2 "any"}}
{{eq .Int .Slice}}
{{ne 1 2}} {{ne "a" "a"}} {{ne .AnyNil nil}} {{ne 1 "x"}}
{{lt 1 2}} {{lt 2 1}} {{le 1 1}} {{gt 2 1}} {{ge 1 2}} {{lt "a" "b"}} {{lt 1.5 2.5}} {{lt .Neg .Uint}} {{gt .Uint .Neg}} {{lt .Uint .Neg}} {{ge .Uint 200}} {{le .Neg -3}}
{{lt 1 1.5}}
{{lt true false}}
{{lt 1i 2i}}
{{lt .Slice .Slice}}
{{lt .AnyNil 1}}
{{lt 1}}
{{gt "a" 1}}
{{le .Inner .Inner}}
{{add 1 2}} {{1 | add 2}} {{add (add 1 2) (add 3 4)}} {{add one one}} {{upper "x" | printf "%s%s" "y"}} {{join ", " "a" "b"}} {{"z" | join "-" "a"}} {{list 1 "a" .Int}} {{(dict "k" 5).k}} {{upper .Any}}
{{add 1}}
{{add 1 "x"}}
{{add 1 nilval}}
{{add 1 .AnyNil}}
{{upper 3}}
{{upper nil}}
{{join}}
{{fail "an error"}}
{{die}}
{{index0 .Slice}}
{{nilval}} {{nilval | print}} {{printf "%v" nilval}}
{{one.x}}
{{u64 18446744073709551615}} {{u64 0xffffffffffffffff}}
{{print 18446744073709551615}}
{{u64 -1}}
{{f64 18446744073709551615}} {{f64 1e300}} {{print 1e3}} {{print 1e30}} {{print 0x1.8p1}} {{print 0xE}} {{print 'x'}} {{print '\n'}} {{print "\t" }} {{print 1.0}} {{print -0}} {{print +5}} {{print .5}} {{print 0i}} {{print 1+0i}}
{{1 | 2}}
{{"x" 1}}
{{1 2}}
{{.Int 1}}
{{.Int | .Neg}}
{{.Slice 1}}
{{.Map.one 1}}
{{. | .Int}}
{{nil}}
{{nil | print}}
{{nil.x}}
{{(nil).x}}
{{true}} {{false}} {{"str"}} {{3}} {{'a'}} {{3.5}} {{1i}}
{{(1)}} {{((.Int))}} {{(.Slice)}} {{(index .Inners 1).Depth}} {{(.Inner).Depth}}
{{(.Inner) 1}}
{{print (1 | add 2) | printf "%s!"}}
a {{- 1 -}} b {{- "x" }} c {{ "y" -}} d
a {{- /* comment */ -}} b {{/* another */}} c
{{define "T"}}[{{.}}]{{end}}{{template "T" 5}}{{template "T"}}{{template "T" .Inner}}{{template "T" .Int | add 1}}
{{define "T"}}{{$}}{{with $x := 3}}{{$x}}{{end}}{{end}}{{with 4}}{{template "T" .}}{{template "T" $.Str}}{{end}}
{{block "B" .Int}}<{{.}}>{{end}}{{template "B" 2}}
{{template "nope"}}
{{template "T" .Nope}}{{define "T"}}{{end}}
{{define "R"}}{{if gt . 0}}{{.}}{{template "R" (add . -1)}}{{end}}{{end}}{{template "R" 5}}
{{define "loop"}}{{range .}}{{template "inner" .}}{{end}}{{end}}{{define "inner"}}({{.}}){{end}}{{template "loop" .Slice}}
{{break}}
{{.Iface.Depth}} {{.Iface.Twice}}
{{.Struct.A}} {{.Struct.A.B}}
{{"x".y}}
{{range .AnySlice}}{{.}} {{end}}{{range $i, $v := .AnySlice}}{{$i}}{{printf "%T" $v}} {{end}}
{{range .AnyMap}}{{.}} {{end}}{{range .Map}}{{else}}{{end}}
{{printf "%s %d" "a"}} {{printf "%!"}} {{printf "%v%%" 3}}
{{.Fail .Bool | printf "%q"}}
{{ .Int | printf "%05d" | printf "%q" }}
{{- range $i, $s := .Strings }}
{{- if $i}}, {{end}}{{ $s }}
{{- end }}
`), "\n")

func main() {
	d := newData()
	for _, text := range texts {
		run(text, d)
	}
	// data of other kinds
	for _, x := range []any{nil, 3, "s", []int{1, 2}, map[string]int{"a": 1}, reflect.ValueOf("value"), struct{ X any }{nil}, (*data)(nil), errors.New("e"), 'x', [2]bool{true}} {
		for _, text := range []string{"{{.}}", "{{.X}}", "{{range .}}{{.}},{{else}}none{{end}}", "{{len .}}", "{{if .}}t{{else}}f{{end}}", "{{.a}}", "{{index . 0}}", "{{printf `%v` .}}"} {
			run(text, x)
		}
	}
	for _, opt := range []string{"missingkey=default", "missingkey=invalid", "missingkey=zero", "missingkey=error"} {
		for _, text := range []string{"{{.a}} {{.b}}", "{{.b.c}}", "{{.a.c}}", "{{index . `b`}}", "{{if .b}}t{{else}}f{{end}}", "{{with .b}}{{.}}{{end}}", "{{print .b}}", "{{.b | printf `%v`}}"} {
			run(text, map[string]int{"a": 1}, opt)
			run(text, map[string]any{"a": nil}, opt)
			run(text, map[string]string(nil), opt)
		}
	}
	fmt.Println(template.IsTrue(nil))
	fmt.Println(template.IsTrue(0))
	fmt.Println(template.IsTrue([]int{1}))
	fmt.Println(template.IsTrue(struct{}{}))
	template.HTMLEscape(os.Stdout, []byte("<&>\x00\n"))
	template.JSEscape(os.Stdout, []byte("<&>\x00'\n"))
	fmt.Println(template.HTMLEscapeString("plain"), template.JSEscapeString("plain\u2028é"), template.HTMLEscaper(1, "<", &d.Inner), template.JSEscaper("'", 2), template.URLQueryEscaper("a b", 3))
}
