package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"
	"text/template/parse"
	"time"
)

func names(t *template.Template) string {
	var list []string
	for _, u := range t.Templates() {
		list = append(list, u.Name())
	}
	sort.Strings(list)
	return fmt.Sprintf("%q", list)
}

func exec(t *template.Template, data any) {
	var b strings.Builder
	err := t.Execute(&b, data)
	fmt.Printf("%s: %q %v\n", t.Name(), b.String(), err)
}

func execNamed(t *template.Template, name string, data any) {
	var b strings.Builder
	err := t.ExecuteTemplate(&b, name, data)
	fmt.Printf("%s/%s: %q %v\n", t.Name(), name, b.String(), err)
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: panic %v\n", what, r)
		}
	}()
	f()
	fmt.Println(what, "done")
}

type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

type file struct {
	name string
	data string
	at   int
}

func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Close() error               { return nil }
func (f *file) Name() string               { return f.name }
func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) Mode() fs.FileMode          { return 0o444 }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
func (f *file) Read(p []byte) (int, error) {
	if f.at == len(f.data) {
		return 0, fmt.Errorf("EOF")
	}
	n := copy(p, f.data[f.at:])
	f.at += n
	return n, nil
}

type memFS map[string]string

func (m memFS) Open(name string) (fs.File, error) {
	if s, ok := m[name]; ok {
		return &file{name: name, data: s}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
func (m memFS) ReadFile(name string) ([]byte, error) {
	if s, ok := m[name]; ok {
		return []byte(s), nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
func (m memFS) Glob(pattern string) ([]string, error) {
	var list []string
	for name := range m {
		ok, err := filepath.Match(pattern, name)
		if err != nil {
			return nil, err
		}
		if ok {
			list = append(list, name)
		}
	}
	sort.Strings(list)
	return list, nil
}

func main() {
	// New, Parse, Lookup
	root := template.New("root")
	fmt.Println(root.Name(), root.Lookup("root"), names(root), root.DefinedTemplates(), root.Tree == nil)
	exec(root, nil)
	execNamed(root, "x", nil)
	template.Must(root.Parse(`root {{template "a" .}}{{define "a"}}A{{.}}{{end}}`))
	fmt.Println(names(root), root.Lookup("a").Name(), root.Lookup("nope"))
	exec(root, 1)
	exec(root.Lookup("a"), 2)
	execNamed(root, "a", 3)
	execNamed(root, "zz", 3)
	fmt.Println(template.Must(template.New("one").Parse("x")).DefinedTemplates())
	b := template.Must(root.New("b").Parse(`B{{template "a" .}}{{template "root" .}}`))
	exec(b, 4)
	fmt.Println(names(b))
	// redefinition
	template.Must(root.Parse(`{{define "a"}}again{{.}}{{end}}`))
	exec(root, 5)
	template.Must(root.Parse(`{{define "a"}} {{/* nothing */}} {{end}}`))
	exec(root, 6)
	template.Must(root.Parse(`  `))
	exec(root, 7)
	template.Must(root.Parse(`new root`))
	exec(root, 8)
	empty := template.Must(template.New("empty").Parse(""))
	exec(empty, 1)
	fmt.Println(empty.Lookup("empty") != nil, empty.DefinedTemplates())
	_, err := root.Parse(`{{define "a"}}x{{end}}{{bad}}`)
	fmt.Println(err)
	exec(root, 9)
	u := root.New("undefined")
	exec(u, nil)
	execNamed(root, "undefined", nil)

	// Clone
	base := template.Must(template.New("base").Funcs(template.FuncMap{"f": func() string { return "f1" }}).Parse(`[{{block "body" .}}default {{f}}{{end}}]`))
	c1 := template.Must(base.Clone())
	c2 := template.Must(base.Clone())
	template.Must(c1.Parse(`{{define "body"}}one {{.}} {{f}}{{end}}`))
	c2.Funcs(template.FuncMap{"f": func() string { return "f2" }})
	exec(base, 1)
	exec(c1, 1)
	exec(c2, 1)
	fmt.Println(names(base), names(c1), names(c2))
	template.Must(c2.New("extra").Parse("extra"))
	fmt.Println(names(base), names(c2))
	c3, err := template.New("none").Clone()
	fmt.Println(c3.Name(), err, names(c3))

	// AddParseTree
	trees, _ := parse.Parse("t", `tree {{.}}{{define "sub"}}s{{end}}`, "", "")
	at := template.New("at")
	n, err := at.AddParseTree("t", trees["t"])
	fmt.Println(n.Name(), err, names(at), n == at)
	exec(n, 1)
	n, _ = at.AddParseTree("at", trees["sub"])
	fmt.Println(n == at)
	exec(at, 1)
	execNamed(at, "t", 2)

	// Delims
	d := template.Must(template.New("d").Delims("<<", ">>").Parse(`<<define "x">>{{.}}<<.>><<end>>{{.}} <<.>> <<template "x" .>>`))
	exec(d, 1)
	exec(template.Must(d.New("d2").Parse("<<.>>")), 2)
	exec(template.Must(d.New("d3").Delims("", "").Parse("<<.>>{{.}}")), 3)
	exec(template.Must(template.Must(d.Clone()).Parse("<<.>>4")), 4)

	// panics
	try("name", func() { template.New("x").Funcs(template.FuncMap{"a-b": fmt.Sprint}) })
	try("empty name", func() { template.New("x").Funcs(template.FuncMap{"": fmt.Sprint}) })
	try("digit", func() { template.New("x").Funcs(template.FuncMap{"1a": fmt.Sprint}) })
	try("good", func() { template.New("x").Funcs(template.FuncMap{"_é1": fmt.Sprint}) })
	try("no func", func() { template.New("x").Funcs(template.FuncMap{"f": 3}) })
	try("nil func", func() { template.New("x").Funcs(template.FuncMap{"f": nil}) })
	try("no result", func() { template.New("x").Funcs(template.FuncMap{"f": func() {}}) })
	try("two results", func() { template.New("x").Funcs(template.FuncMap{"f": func() (int, int) { return 1, 2 }}) })
	try("three results", func() { template.New("x").Funcs(template.FuncMap{"f": func() (int, int, error) { return 1, 2, nil }}) })
	try("option", func() { template.New("x").Option("nope") })
	try("option value", func() { template.New("x").Option("missingkey=nope") })
	try("option empty", func() { template.New("x").Option("") })
	try("options", func() { template.New("x").Option("missingkey=zero", "missingkey=error") })
	try("must", func() { template.Must(template.New("x").Parse("{{")) })
	try("nil method", func() { exec(template.Must(template.New("x").Parse("{{.A}}")), (*file)(nil)) })

	// writers that fail
	for n := range 4 {
		t := template.Must(template.New("w").Parse("a{{.}}bb"))
		err := t.Execute(&failing{n}, 1)
		var ee template.ExecError
		fmt.Println(n, err, errors.As(err, &ee))
	}
	// errors are wrapped
	sentinel := errors.New("sentinel")
	err = template.Must(template.New("e").Funcs(template.FuncMap{"f": func() (int, error) { return 0, sentinel }}).Parse("x{{f}}")).Execute(new(bytes.Buffer), nil)
	var ee template.ExecError
	fmt.Println(err, errors.Is(err, sentinel), errors.As(err, &ee), ee.Name)
	// names with percent signs and long contexts
	t := template.Must(template.New("100%d").Parse("{{define \"in%s\"}}\n {{.X.Y.Z | printf \"%d %s\" 1 2 3 4 5 6 7 8 9 10}}{{end}}{{template \"in%s\" 3}}"))
	exec(t, 3)
	// deep recursion
	r := template.Must(template.New("r").Funcs(template.FuncMap{"dec": func(n int) int { return n - 1 }}).Parse(`{{if .}}{{template "r" dec .}}{{else}}bottom{{end}}`))
	exec(r, 1000)

	// files
	dir, _ := os.MkdirTemp("", "templates")
	defer os.RemoveAll(dir)
	write := func(name, text string) string {
		p := filepath.Join(dir, name)
		os.WriteFile(p, []byte(text), 0o644)
		return p
	}
	p1 := write("one.tmpl", `one {{template "two.tmpl" .}}`)
	p2 := write("two.tmpl", `two {{.}}{{define "three"}}3{{end}}`)
	bad := write("bad.txt", "x\n{{if}}")
	clean := func(err error) string { return strings.ReplaceAll(fmt.Sprint(err), dir, "DIR") }
	f, err := template.ParseFiles(p1, p2)
	fmt.Println(f.Name(), err, names(f))
	exec(f, 1)
	g, err := template.ParseGlob(filepath.Join(dir, "*.tmpl"))
	fmt.Println(g.Name(), err, names(g))
	exec(g, 2)
	h, err := template.New("h").ParseFiles(p2)
	fmt.Println(h.Name(), err, names(h))
	exec(h, 3)
	execNamed(h, "two.tmpl", 3)
	_, err = template.ParseFiles()
	fmt.Println(err)
	_, err = template.ParseFiles(filepath.Join(dir, "nope"))
	fmt.Println(clean(err), errors.Is(err, fs.ErrNotExist))
	_, err = template.ParseFiles(bad)
	fmt.Println(err)
	_, err = template.ParseGlob(filepath.Join(dir, "*.zzz"))
	fmt.Println(clean(err))
	_, err = template.ParseGlob("[")
	fmt.Println(err)
	m := memFS{"a.t": `a{{template "b.t"}}`, "b.t": "b"}
	v, err := template.ParseFS(m, "*.t")
	fmt.Println(v.Name(), err, names(v))
	exec(v, nil)
	_, err = template.ParseFS(m, "*.x")
	fmt.Println(err)
	_, err = template.New("x").ParseFS(m, "a.t", "[")
	fmt.Println(err)
}
