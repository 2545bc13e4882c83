package main

import (
	"fmt"
	"strings"
	"text/template"
	"text/template/parse"
)

var texts = []string{
	"", "text only", "{{.}}", "{{.A.B.C}}", "{{$}}", "{{$.A}}", "{{$x := 1}}{{$x.y.z}}",
	"{{", "{{}}", "{{ }}", "{{.", "{{.A", "{{ .A }", "}}", "a }} b", "{{.A}}}}", "{ {.A}}", "{{{.A}}}",
	"{{\n}}", "{{\n.A\n}}", "{{.A\n\n", "line\n{{ if .A }}\n  {{ bad\n}}",
	"{{if}}", "{{if .A}}", "{{if .A}}{{else}}", "{{if .A}}{{else}}{{else}}{{end}}", "{{if .A}}{{else if .B}}", "{{if .A}}{{else if}}{{end}}",
	"{{if .A}}{{else with .B}}{{end}}", "{{with .A}}{{else if .B}}{{end}}{{end}}", "{{with .A}}{{else with .B}}x{{else}}y{{end}}",
	"{{range .A}}{{else range .B}}{{end}}", "{{if .A}}a{{else if .B}}b{{else if .C}}c{{else}}d{{end}}", "{{else if .A}}",
	"{{end}}", "{{else}}", "{{if .A}}{{end}}{{end}}", "{{end x}}", "{{else x}}", "{{if .A}}{{else x}}{{end}}",
	"{{range}}{{end}}", "{{range .A}}{{end}}", "{{range $x := .A}}{{end}}", "{{range $i, $x := .A}}{{end}}", "{{range $i, $j, $k := .A}}{{end}}",
	"{{range $i,$x := .A}}{{$i}}{{$x}}{{end}}{{$x}}", "{{range $i, 3 := .A}}{{end}}", "{{range $i, .A}}{{end}}", "{{range $i, $x}}{{end}}", "{{range $i}}{{end}}",
	"{{range $i = .A}}{{end}}", "{{$i := 0}}{{range $i = .A}}{{end}}", "{{range $i , $x = .A}}{{end}}",
	"{{with $x := .A}}{{$x}}{{end}}", "{{with $x, $y := .A}}{{end}}", "{{if $x := .A}}{{$x}}{{else}}{{$x}}{{end}}", "{{$x, $y := .A}}",
	"{{$x}}", "{{$x := $x}}", "{{$x = 1}}", "{{$x := 1}}{{$x = 2}}", "{{$x := 1 | $y := 2}}", "{{$x:=1}}", "{{$x :=}}", "{{$x : 1}}", "{{$x := 1}}{{define \"T\"}}{{$x}}{{end}}",
	"{{define}}", "{{define \"T\"}}", "{{define \"T\"}}x{{end}}", "{{define T}}{{end}}", "{{define 3}}{{end}}", "{{define \"T\" .A}}{{end}}", "{{define `T`}}x{{else}}{{end}}",
	"{{define \"T\"}}a{{end}}{{define \"T\"}}b{{end}}", "{{define \"T\"}} {{end}}{{define \"T\"}}b{{end}}", "{{define \"T\"}}b{{end}}{{define \"T\"}} {{/* x */}}{{end}}",
	"{{if .A}}{{define \"T\"}}{{end}}{{end}}", "{{define \"A\"}}{{define \"B\"}}{{end}}{{end}}", "{{define \"T\\q\"}}{{end}}",
	"{{template}}", "{{template \"T\"}}", "{{template `T` .A}}", "{{template T}}", "{{template \"T\" .A .B}}", "{{template \"T\" | .A}}", "{{template .A}}", "{{template \"T\" 1 | print}}",
	"{{block}}", "{{block \"B\"}}{{end}}", "{{block \"B\" .}}x{{end}}", "{{block \"B\" .}}x", "{{block \"B\" .}}x{{else}}{{end}}", "{{block B .}}{{end}}", "{{block \"B\" .}}{{end}}{{block \"B\" .}}x{{end}}", "{{block \"B\" .}}y{{end}}\n{{block \"B\" .}}x{{end}}",
	"{{break}}", "{{continue}}", "{{range .A}}{{break}}{{continue}}{{end}}", "{{range .A}}{{break 1}}{{end}}", "{{range .A}}{{end}}{{break}}", "{{range .A}}x{{else}}{{break}}{{end}}", "{{range .A}}{{if .B}}{{break}}{{end}}{{end}}",
	"{{range .A}}{{define \"T\"}}{{break}}{{end}}{{end}}", "{{range .A}}{{block \"T\" .}}{{break}}{{end}}{{end}}", "{{.break}}", "{{break | print}}",
	"{{nope}}", "{{nope 1}}", "{{.A | nope}}", "{{print nope}}", "{{print (nope)}}", "{{f.x}}",
	"{{/* comment */}}", "{{- /* comment */ -}}", "{{/* comment }}", "{{/* comment */ }}", "{{ /* comment */}}", "{{/* a */ -}}", "{{/* a */-}}", "{{/**/}}x{{/*\n\n*/}}y{{bad}}", "a {{- /* c */ -}} b",
	"{{.A | }}", "{{| .A}}", "{{.A || .B}}", "{{.A | print | }}", "{{print | 3}}", "{{print | nil}}", "{{print | .}}", "{{print | true | \"x\"}}", "{{1 | print}}", "{{print | (1)}}",
	"{{(.A}}", "{{.A)}}", "{{()}}", "{{(1) | print}}", "{{((.A))}}", "{{print (print 1) (print (print 2))}}", "{{(.A).B}}", "{{(.A).B.C 1}}", "{{(print 1).x}}", "{{(1 2}}", "{{(.A)(.B)}}", "{{.A(.B)}}", "{{print(1)}}",
	"{{1.x}}", "{{\"a\".b}}", "{{true.x}}", "{{nil.x}}", "{{..A}}", "{{.A..B}}", "{{.A.}}", "{{. .A}}", "{{.A.B .C.D}}", "{{$.}}", "{{.1}}", "{{.A.1}}", "{{.A.b1}}", "{{.1A}}",
	"{{1}}", "{{-1}}", "{{+1}}", "{{1.}}", "{{.5}}", "{{1e3}}", "{{1e}}", "{{0x}}", "{{0xg}}", "{{0x1p3}}", "{{1p3}}", "{{0b102}}", "{{0o8}}", "{{08}}", "{{1_000}}", "{{1__0}}", "{{_1}}", "{{1i}}", "{{1+2i}}", "{{1+2}}", "{{1+}}", "{{1+2ix}}", "{{1.5e400}}",
	"{{99999999999999999999}}", "{{18446744073709551615}}", "{{-9223372036854775808}}", "{{1a}}", "{{1-2i}}", "{{0x1.8p1}}", "{{0x1.8}}", "{{3 -4}}", "{{3-4}}", "{{'a'}}", "{{'\\n'}}", "{{'ab'}}", "{{''}}", "{{'}}", "{{'\\'}}", "{{'\\''}}", "{{'\\q'}}",
	"{{\"abc}}", "{{\"abc\n\"}}", "{{\"a\\qb\"}}", "{{\"a\\\"b\"}}", "{{\"\\u00e9\\x41\"}}", "{{`raw\nstring`}}", "{{`raw}}", "{{\"a\"\"b\"}}", "{{\"a\"b}}", "{{\"a\\\n\"}}",
	"{{,}}", "{{.A, .B}}", "{{.A%}}", "{{%}}", "{{.A = 1}}", "{{:= 1}}", "{{:}}", "{{=}}", "{{&}}", "{{#}}", "{{é}}", "{{.é}}", "{{$é}}", "{{日本}}", "{{\u2028}}", "{{\x01}}", "{{\xff}}", "{{.A\x01}}", "{{$x-}}", "{{.A-1}}", "{{a-1}}", "{{!}}", "{{.A!}}", "{{[1]}}",
	"{{- .A -}}", "a {{- .A -}} b", "a {{-.A -}} b", "{{.A-}}", "{{ .A- }}", "{{- -}}", "{{-3}}", "{{- 3}}", "{{3 -}}", "{{3 - }}", "{{(3 -}}", "{{\n- 3 }}", " \n{{- 3 -}}\n x", "{{-\n3\n-}} x", "x{{- }}", "{{3   -}} y", "{{print 3\t\n -}} y",
	"{{if .A}}\n\n{{else}}\n{{range}}\n{{end}}{{end}}", "a\n{{- /* x\n\n */ -}}\n\n{{bad}}", "\n\n{{- 1}}{{bad}}", "{{ print 1\n 2\n bad}}", "{{print 1 2 3 4 \"a long string\" xxxxxxxxxxxxxxx}}", "{{if .A}}\n{{if .B}}\n{{end}}\n", "{{with}}", "{{with .A}}{{end", "{{nil}}", "{{print nil}}", "{{true}}{{false}}", "{{trueish}}", "{{.true}}", "{{if true}}t{{end}}", "{{.A.B.C 1 2 | .D 3 | print}}", "{{ .A   |   print  \"x\"   3 }}", "{{$x := .A | print}}{{$x}}", "{{ if eq .A 1 }}x{{ end }}", "{{print \"unterminated}}\n{{.A}}", "{{template \"x\" (print 1).Field}}", "\xff\xfe{{.A}}\xff", "a{{if .A}}b\n", "{{print `a` `b`}}", "{{ifx}}", "{{if.A}}x{{end}}", "{{if(.A)}}x{{end}}", "{{range.A}}{{.}}{{end}}", "{{template\"x\"}}", "{{define\"x\"}}{{end}}", "{{end}", "{{.A}}{{", "{{\"a\nb\"}}", "{{if .A}}{{\"a\n}}",
	"{{print 3 -4}}{{print -4}}", "{{1 -}}  {{- 2}}", "{{print 1.2.3}}", "{{$x := print 1}}{{$x}}", "{{print $}}", "{{print .}}", "{{range $k, $v := .M}}{{$k}}{{else}}none{{end}}",
}

func show(name string, trees map[string]*parse.Tree, err error) {
	if err != nil {
		fmt.Printf("\t%v (%d)\n", err, len(trees))
		return
	}
	for _, n := range []string{name, "T", "A", "B", "x"} {
		if t := trees[n]; t != nil {
			fmt.Printf("\t%s: %q", n, t.Root.String())
			if c := t.Copy(); c.Root.String() != t.Root.String() {
				fmt.Print(" the copy differs")
			}
			fmt.Println(parse.IsEmptyTree(t.Root), t.Name, t.ParseName, t.Mode)
		}
	}
}

func describe(n parse.Node, depth int) {
	fmt.Printf("%s%T %d @%d %q", strings.Repeat("  ", depth), n, n.Type(), n.Position(), n.String())
	kids := func(list ...parse.Node) {
		fmt.Println()
		for _, k := range list {
			describe(k, depth+1)
		}
	}
	branch := func(b *parse.BranchNode) {
		kids(b.Pipe, b.List)
		if b.ElseList != nil {
			describe(b.ElseList, depth+1)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		kids(n.Nodes...)
	case *parse.ActionNode:
		kids(n.Pipe)
	case *parse.PipeNode:
		fmt.Print(" ", n.IsAssign, len(n.Decl))
		var list []parse.Node
		for _, d := range n.Decl {
			list = append(list, d)
		}
		for _, c := range n.Cmds {
			list = append(list, c)
		}
		kids(list...)
	case *parse.CommandNode:
		kids(n.Args...)
	case *parse.ChainNode:
		fmt.Printf(" %q", n.Field)
		kids(n.Node)
	case *parse.FieldNode:
		fmt.Printf(" %q\n", n.Ident)
	case *parse.VariableNode:
		fmt.Printf(" %q\n", n.Ident)
	case *parse.NumberNode:
		fmt.Println("", n.IsInt, n.IsUint, n.IsFloat, n.IsComplex, n.Int64, n.Uint64, n.Float64, n.Complex128)
	case *parse.StringNode:
		fmt.Printf(" %q %q\n", n.Quoted, n.Text)
	case *parse.BoolNode:
		fmt.Println("", n.True)
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.TemplateNode:
		fmt.Printf(" %q", n.Name)
		if n.Pipe != nil {
			kids(n.Pipe)
		} else {
			fmt.Println()
		}
	default:
		fmt.Println()
	}
}

func main() {
	funcs := map[string]any{"print": fmt.Sprint, "eq": func(a, b any) bool { return a == b }, "f": func() int { return 1 }}
	for _, text := range texts {
		fmt.Printf("%q\n", text)
		trees, err := parse.Parse("main", text, "", "", funcs)
		show("main", trees, err)
	}
	// delimiters
	for _, d := range [][3]string{{"<<", ">>", "a <<.A>> {{.B}} <<- /* c */ ->> d <<print 1 -$>>"}, {"|", "|", "|.A| |print 1|"}, {"$", "$", "$.A$"}, {"(", ")", "(print 1)"}, {"<!--", "-->", "<!-- if .A -->x<!-- end -->"}, {"", "%%", "{{.A%%"}, {"[[", "", "[[.A}}"}, {"{{", "=}}", "{{.A=}}"}} {
		trees, err := parse.Parse("main", d[2], d[0], d[1], funcs)
		fmt.Printf("%q\n", d)
		show("main", trees, err)
	}
	// a tree in all detail
	text := "A{{/* c */}}{{if $x := and .A.B $.C 1 -2.5 'x' 1i 0x10}}{{$x.Y | print (print true nil).Z \"q\"}}{{else if eq . 1}}{{template \"T\"}}{{else}}{{block \"B\" .}}b{{end}}{{end}}" +
		"{{range $i, $v := .L}}{{break}}{{continue}}{{else}}e{{end}}{{with f}}{{f.x}}{{else with 3}}{{end}}{{define \"T\"}}t{{end}}{{$y := 1}}{{$y = 2}}"
	t := parse.New("detail")
	t.Mode = parse.ParseComments | parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	if _, err := t.Parse(text, "", "", set, nil); err != nil {
		fmt.Println(err)
	}
	for _, name := range []string{"detail", "T", "B"} {
		fmt.Println(name)
		describe(set[name].Root, 0)
	}
	fmt.Println(t.ErrorContext(t.Root.Nodes[len(t.Root.Nodes)-1]))
	id := parse.NewIdentifier("ident").SetPos(3).SetTree(t)
	fmt.Println(id, id.Pos, id.Type() == parse.NodeIdentifier, id.Copy())
	// Templates keep breaking where there is a function of that name.
	u, err := template.New("u").Funcs(template.FuncMap{"break": func() int { return 7 }}).Parse("{{break}}")
	fmt.Println(err, u != nil)
}
