package main

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"testing/fstest"
)

type person struct {
	Name string
	Age  int
	Tags []string
}

type stringer struct{ s string }

func (s stringer) String() string { return "<" + s.s + ">" }

type badJSON struct{}

func (badJSON) MarshalJSON() ([]byte, error) { return nil, errors.New("a </script> */ <!-- error") }

func main() {
	data := map[string]any{
		"S": `O'Reilly: "How are <i>you</i>?" & +=1/2`, "N": 42, "F": 3.5, "T": true, "Nil": nil, "Empty": "",
		"HTML": template.HTML(`Hello, <b>World</b> &amp;tc!`), "Attr": template.HTMLAttr(`dir="ltr"`), "CSS": template.CSS(`a[href =~ "//example.com"]#foo`),
		"JS": template.JS(`c && alert("Hello, World!");`), "JSStr": template.JSStr(`Hello, World & O'Reilly\u0021`), "URL": template.URL(`greeting=H%69,&addressee=(World)`), "Srcset": template.Srcset(`greeting=H%69,&addressee=(World) 2x, https://golang.org/favicon.ico 500.5w`),
		"P": person{"A<b>", 3, []string{"x", "y"}}, "L": []string{"a", "<b>", "c\"d"}, "M": map[string]int{"<a>": 1}, "St": stringer{"x&y"}, "PSt": &stringer{"p"},
		"Bad": "javascript:alert(1)", "Http": "http://www.example.com/?q=%20a b&c=d'e", "Mail": "mailto:x@example.com", "Rel": "/a/b c?d=e#f", "Style": "color: expression(1)", "Color": "red", "Name": "onclick", "Title": "title",
		"E": errors.New("err<or>"), "BadJSON": badJSON{}, "Sep": "a\u2028b\u2029c", "Ctl": "\x00\t\n\v\f\r\ufdd0", "Chan": make(chan int), "Regexp": `foo|.?(bar)/[x]`,
	}
	templates := []string{
		`{{.S}}`, `<a title="{{.S}}">`, `<a title='{{.S}}'>`, `<a title={{.S}}>`, `<a title={{.Empty}}>`, `<a href="{{.S}}">`, `<a href="{{.Bad}}">`, `<a href="{{.Http}}">`, `<a href='{{.Mail}}'>`, `<a href={{.Rel}}>`,
		`<a href="/search?q={{.S}}&amp;x={{.N}}">`, `<a href="/{{.S}}/x#{{.S}}">`, `<a href="{{.URL}}">`, `<a href="?{{.URL}}">`, `<img srcset="{{.Http}}, {{.Bad}} 2x">`, `<img srcset="{{.Srcset}}">`, `<img srcset={{.URL}}>`,
		`<script>var x = {{.S}};</script>`, `<script>var x = "{{.S}}";</script>`, `<script>var x = '{{.S}}';</script>`, "<script>var x = `{{.S}}${ {{.N}} }`;</script>", `<script>var r = /{{.Regexp}}/i;</script>`, `<script>var r = /{{.Empty}}/;</script>`,
		`<script>f({{.N}}, {{.F}}, {{.T}}, {{.Nil}}, {{.P}}, {{.L}}, {{.M}}, {{.St}}, {{.PSt}}, {{.E}}, {{.JS}}, {{.JSStr}}, {{.HTML}})</script>`, `<script>x = {{.BadJSON}}; y = {{.Chan}}</script>`, `<script>"{{.JSStr}} {{.Sep}} {{.Ctl}}"; {{.Sep}}</script>`,
		`<button onclick="f({{.S}})">`, `<button onclick='f("{{.S}}")'>`, `<button onclick=f({{.N}})>`, `<style>p { color: {{.Color}}; background: {{.Style}}; {{.CSS}} }</style>`, `<style>p { font: "{{.S}}"; src: url({{.Rel}}) url("{{.Bad}}") url('?{{.S}}') }</style>`,
		`<p style="color: {{.Color}}; background: url('{{.Http}}')">`, `<p style="{{.CSS}}">`, `<p {{.Name}}="x" {{.Title}}="y" {{.Attr}} {{.S}}=1>`, `<p {{.Attr}}>`, `<textarea>{{.S}} {{.HTML}}</textarea>`, `<title>{{.S}}</title>{{.HTML}}`,
		`<p title="{{.HTML}}" id={{.HTML}}>`, `<!-- comment {{.S}} -->a<!-- b -->c`, `a < b <!DOCTYPE html> <1 </ x <`, `<script>/* c */ x // y {{.S}}
 z <!-- html
 --> more
 #! line
 w = 1</script>`, `<style>/* c {{.S}} */ a // b
 c</style>`, `{{.Ctl}}|{{.Nil}}|{{.Chan | printf "%T"}}`, `<p title={{.Ctl}}>`,
		`{{range .L}}<li class="{{.}}">{{.}}</li>{{else}}none{{end}}`, `{{with .P}}<b id="{{.Name}}">{{.Age}}{{end}}`, `{{if .T}}<a href="x{{else}}<a href="y{{end}}/{{.S}}">`, `<a href="{{if .T}}/x?{{else}}/y{{end}}">`,
		`{{.S | html}} {{html .S}} {{.S | urlquery}} <a href="?q={{.S | urlquery}}">`, `<a href="{{.Rel | html}}">`, `{{.S | print | html}}`, `<a title="{{.S | html}}">`, `{{define "x"}}<b>{{.}}</b>{{end}}{{template "x" .S}}<a title="{{template "x" .S}}">`,
		`{{define "x"}}{{.}}{{end}}<script>{{template "x" .S}}</script><a href="?{{template "x" .S}}">{{template "x" .S}}`, `{{define "l"}}{{if .}}<i>{{index . 0}}</i>{{template "l" (slice . 1)}}{{end}}{{end}}{{template "l" .L}}`,
		`<script type="text/template">{{.S}}</script><script type="application/json">{{.S}}</script>`, `<meta http-equiv="refresh" content="3; url={{.Bad}}">`, `<meta name=x content="{{.S}}">`, `<input value={{.N}} checked>`, `<div data-href="{{.Bad}}" data-x="{{.S}}" xmlns:x="{{.Bad}}" svg:href="{{.Bad}}" my-url="{{.Bad}}">`,
		`<script>var a = "</script>"; b = "<!-- <script>"</script>`, `{{range .L}}{{if eq . "c\"d"}}{{break}}{{end}}<p>{{.}}</p>{{end}}`, `{{range $i, $x := .L}}{{if $i}}, {{end}}{{$x}}{{end}}{{/* gone */}}`, `<script>{{range .L}}f({{.}});{{end}}</script>`, `<SCRIPT>{{.S}}</ScRiPt >{{.S}}`,
		`<script>x = a {{.N}} / 2; y = /re{{.N}}/</script>`, "<script>`a ${ {x: {{.S}} }.x } {{.S}}`</script>", `<a href="javascript:f({{.S}})">`, `<iframe srcdoc="{{.HTML}}">`,
	}
	for i, text := range templates {
		t, err := template.New("t").Parse(text)
		if err != nil {
			fmt.Println(i, "parse:", err)
			continue
		}
		var out bytes.Buffer
		err = t.Execute(&out, data)
		fmt.Printf("%d %s\n   %q %v\n", i, text, out.String(), err)
	}

	// What cannot be escaped.
	for i, text := range []string{
		`<a`, `<a href="x`, `<script>`, `{{if .T}}<a{{end}}`, `{{if .T}}<a href="{{else}}<a href='{{end}}x`, `<a b='{{if .T}}'{{else}}x{{end}}>`, `{{range .L}}<a{{end}}`, `{{range .L}} x='<a{{end}}`, `<a ' href>`, `<a href=x"y>`, `<a =b>`,
		`<script>"\`, `<script>/[`, `<style>"\`, `<script>{{if .T}}"{{end}}`, `<a href="{{if .T}}?{{end}}{{.S}}">`, `<script>{{if .T}}a{{else}}a+{{end}}/x/</script>`, `{{template "no"}}`, `{{.S | html | print}}`, `<a title={{.S | html}}>`, `{{define "r"}}{{if .T}}<a {{template "r" .}}{{end}}{{end}}{{template "r" .}}`,
		"<script>`${", `{{range .L}}{{if .}}<b {{continue}}{{end}}{{end}}`, `{{range .L}}{{if .}}<b {{break}}{{end}}{{end}}`, `{{with .S}}<i title="{{end}}`,
	} {
		t, err := template.New("t").Parse(text)
		if err != nil {
			fmt.Println(i, "parse:", err)
			continue
		}
		err = t.Execute(&bytes.Buffer{}, data)
		var e *template.Error
		fmt.Println(i, text, "->", err, errors.As(err, &e))
		if e != nil {
			fmt.Println("  ", e.ErrorCode, e.Line, e.Name)
		}
	}

	// Name spaces.
	t := template.Must(template.New("root").Funcs(template.FuncMap{"up": strings.ToUpper, "safe": func(s string) template.HTML { return template.HTML(s) }}).Parse(`{{define "head"}}<h1>{{.}}</h1>{{end}}{{block "body" .}}<p>{{up .}}</p>{{end}}{{safe "<hr>"}}`))
	clone := template.Must(t.Clone())
	template.Must(clone.Parse(`{{define "body"}}<div>{{.}}</div>{{end}}`))
	var out bytes.Buffer
	fmt.Println(t.Execute(&out, "<a>"), clone.Execute(&out, "<b>"), t.ExecuteTemplate(&out, "head", "<c>"), t.ExecuteTemplate(&out, "none", 1))
	fmt.Println(out.String())
	_, err := t.Parse("x")
	fmt.Println(err)
	_, err = t.Clone()
	fmt.Println(err)
	fmt.Println(t.Lookup("head").Name(), t.Lookup("none") == nil, len(t.Templates()), t.Name())
	fmt.Println(template.New("empty").Execute(&out, nil))
	fmt.Println(template.HTMLEscapeString(`<a href="x">`), template.JSEscapeString(`'"<`), template.URLQueryEscaper("a b", "c&d"), template.HTMLEscaper(1, "<"))
	fsys := fstest.MapFS{"a.html": {Data: []byte(`{{template "b.html" .}}!`)}, "b.html": {Data: []byte(`<b>{{.}}</b>`)}, "c.txt": {Data: []byte("x")}}
	t, err = template.ParseFS(fsys, "*.html")
	out.Reset()
	fmt.Println(err, t.Name(), t.Execute(&out, "<&>"), out.String())
	_, err = template.ParseFS(fsys, "*.none")
	fmt.Println(err)
	_, err = template.ParseFiles()
	fmt.Println(err)
	_, err = template.ParseGlob("/no/such/*.html")
	fmt.Println(err)
	out.Reset()
	fmt.Println(template.Must(template.New("t").Delims("<<", ">>").Parse(`<<.>>{{.}}`)).Execute(&out, "&"), out.String())
}
