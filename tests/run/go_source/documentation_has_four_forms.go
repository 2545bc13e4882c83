package main

import (
	"fmt"
	"go/doc/comment"
	"go/format"
	"strings"
)

var texts = []string{
	"", "\n\n", "One line.", "Two\nlines.\n\nAnother paragraph\twith a tab.\n",
	"# Heading\n\nText.\n\n#No heading\n\n# \n\n# Über & <b>\n",
	"Text.\n\nOld Heading\n\nMore text.\n\nNot a Heading.\n\nText.\n\nIt's John's Heading\n\nText.\n\nVersion 1.2 of it\n\nText.\n\nlower\n\nText.\n",
	"Text\n\tcode\n\t  more\n\n\tcode\nText.\n", "  indented\n  all\n    more\n",
	"List:\n  - one\n  - two\n    goes on\n  - three\n", "List:\n\n  1. one\n  2) two\n  10. ten\n\n    paragraph\n", "- a\n- b\n\n- c\n", "List:\n- a\n- b\n  - c\nText.\n",
	" * star\n + plus\n • dot\n", "  5. five\n  6. six\n  8. eight\n", "func main() {\n\tcode()\n}\nText\n", "make \\\n  all\n", "  -x\n  - \n",
	"See [math.Sqrt], [*bytes.Buffer], [bytes.Buffer.Write], [encoding/json], [encoding/json.Decoder.Decode], [Name], [T.M], [nothing], [rand.Int], x[Name]y, ([Name]).\n",
	"A [link] and [another\nlink] and [unused].\n\n[link]: https://example.com/a(b)\n[another link]: http://x.y\n[not]: example\n[never]: ftp://z\n",
	"[one]: https://one.com\n[two]: https://two.com\n\nThe [one].\n",
	"https://example.com/path(with)brackets). http://x. mailto://a@b, see ftp://y/z?q=1#f! nohttp://x https:// https://[::1]:80/x <https://a.b>\n",
	"``quoted'' ```three``` ''''' ` '\n", "The word foo and bar, linked nil; foobar.\n",
	"* not _emphasis_ `code` [x] <y> a\\b\n\n1. Number\n\n+ Plus\n",
	strings.Repeat("word, and some more words of different lengths; ", 12) + "\n",
	"Ünïcödé wörds ärë cöuntëd by their characters, 日本語のテキスト。 and so on until the line is full enough to be wrapped.\n",
	"averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword and others\n",
}

func main() {
	p := comment.Parser{
		Words:         map[string]string{"foo": "", "nil": "/nil"},
		LookupPackage: func(name string) (string, bool) { return "math/" + name, name == "rand" },
		LookupSym:     func(recv, name string) bool { return name == "Name" || recv == "T" && name == "M" },
	}
	printers := []comment.Printer{
		{},
		{HeadingLevel: 1, DocLinkBaseURL: "/pkg/", TextPrefix: "// ", TextCodePrefix: "//...", TextWidth: 30, HeadingID: func(h *comment.Heading) string { return "" }},
		{DocLinkURL: func(l *comment.DocLink) string { return strings.TrimPrefix(l.ImportPath, "bytes") }, TextWidth: -1, DocLinkBaseURL: "x"},
	}
	for _, text := range texts {
		d := p.Parse(text)
		fmt.Printf("---- %q\n", text)
		for _, b := range d.Content {
			fmt.Printf("%T ", b)
			if l, ok := b.(*comment.List); ok {
				fmt.Print(l.BlankBefore(), l.BlankBetween(), len(l.Items), " ")
			}
			if h, ok := b.(*comment.Heading); ok {
				fmt.Print(h.DefaultID(), " ")
			}
		}
		for _, l := range d.Links {
			fmt.Print(*l, " ")
		}
		fmt.Println()
		for i := range printers {
			pr := &printers[i]
			if i == 0 {
				fmt.Printf("%s====\n%s====\n", pr.Comment(d), pr.Markdown(d))
			}
			fmt.Printf("%s====\n%s====\n", pr.Text(d), pr.HTML(d))
		}
	}
	for _, base := range []string{"", "/", "/pkg", "/pkg/", "https://x"} {
		for _, l := range []comment.DocLink{{ImportPath: "a/b"}, {ImportPath: "a", Name: "N"}, {ImportPath: "a", Recv: "T", Name: "M"}, {Name: "N"}, {Recv: "T", Name: "M"}} {
			fmt.Print(l.DefaultURL(base), " ")
		}
	}
	fmt.Println()
	fmt.Println(comment.DefaultLookupPackage("io"))
	fmt.Println(comment.DefaultLookupPackage("json"))
	var zero comment.Parser
	fmt.Printf("%s\n", new(comment.Printer).HTML(zero.Parse("[io.Reader] [Name] foo")))

	// Source is written with comments in that form.
	for _, s := range []string{
		"// F says ``quoted'' things.\n// - one\n// - two\nfunc F() {}", "// Text.\n//\n// Some Heading\n//\n// text [x]\n//\n// [x]: https://example.com\nfunc F() {}",
		"/*\nText\n- a\n- b\n  code\n*/\nfunc F() {}", "// A.\n//\tcode {\n//\t  x\n// }\n// tail\nfunc F() {}",
		"//\nfunc F() {}", "//\n//go:noinline\nfunc F() {}", "/**/\nfunc F() {}", "/*\n*/\nfunc F() {}", "//go:noinline\nfunc F() {}",
		"// Text:\n// 1. one\n//    more\n// 2. two\n//\n//    para\nfunc F() {}",
	} {
		out, err := format.Source([]byte("package p\n\n" + s + "\n"))
		fmt.Printf("%s%v\n----\n", out, err)
	}
}
