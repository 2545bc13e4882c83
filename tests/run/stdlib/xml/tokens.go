package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

func show(t xml.Token) string {
	switch t := t.(type) {
	case xml.CharData:
		return fmt.Sprintf("text %q", t)
	case xml.Comment:
		return fmt.Sprintf("comment %q", t)
	case xml.Directive:
		return fmt.Sprintf("directive %q", t)
	case xml.ProcInst:
		return fmt.Sprintf("procinst %q %q", t.Target, t.Inst)
	case xml.StartElement:
		return fmt.Sprintf("<%v %q>", t.Name, t.Attr)
	case xml.EndElement:
		return fmt.Sprintf("</%v>", t.Name)
	}
	return fmt.Sprintf("%T", t)
}

func run(name string, next func() (xml.Token, error), d *xml.Decoder) {
	fmt.Print(name, ": ")
	for range 60 {
		t, err := next()
		if t != nil {
			line, col := d.InputPos()
			fmt.Print(show(t), " @", d.InputOffset(), " ", line, ":", col, "; ")
		}
		if err != nil {
			var s *xml.SyntaxError
			fmt.Print(err, errors.As(err, &s))
			break
		}
	}
	fmt.Println()
}

func main() {
	for _, s := range []string{
		`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD" [<!ENTITY x "y"> <!-- c > --> ]>
<body xmlns:foo="ns1" xmlns="ns2" xmlns:tag="ns3" >
  <hello lang="en">World &lt;&gt;&apos;&quot; &#x767d;&#40300;翔</hello>
  <query>&何; &is-it;</query>
  <goodbye /><outer foo:attr="value" xmlns:tag="ns4"><inner/></outer>
  <tag:name><![CDATA[Some text here. ]] > <b>&]]></tag:name>
</body><!-- missing final newline -->`,
		"<a><b></a>", "<a>", "</a>", "<a></b>", "<a", "<a b", "<a b=", "<a b=c>", "<a b='c", "<a b='<'>", "<a/ >", "<a b></a>", "<1>", "<a:b:c/>", "<:a/>", "<a:/>", "<a>&x;</a>", "<a>&amp</a>", "<a>&#xZ;</a>", "<a>&#999999999;</a>", "<a>]]></a>",
		"<a>\x01</a>", "<a>\xff</a>", "<!-x>", "<!--a--b-->", "<!-- unfinished", "<![CDAT[x]]>", "<![CDATA[x", "<!x '>' <y> z>", "<?x?>", "<? ?>", "<?xml version='1.1'?>", "<?xml version='1.0' encoding='latin1'?><a/>", "<a></a x>", "<>", "text only", "", "<a>\r\nb\rc\n</a>",
		"<x:a xmlns:x='u'><b x:c='d' e='f'/></x:a>", "<a xmlns='u'><b xmlns=''/><c/></a>", "<a xml:lang='en' xmlns:b='v' b:b='w'/>", "<a></a  ><b/>tail", "<a b='1' b='2'/>", "<ä é='ü'/>", "<a.b-c_d/>", "<-a/>", "<a b = \"c\"\n d='e'/>", "<x:a xmlns:x='u'></y:a>", "<a>b</a\n>", "<br><p>x</br>",
	} {
		d := xml.NewDecoder(strings.NewReader(s))
		d.Entity = map[string]string{"何": "What", "is-it": "is it?"}
		run("token", d.Token, d)
		d = xml.NewDecoder(strings.NewReader(s))
		d.Entity = map[string]string{"何": "What", "is-it": "is it?"}
		run("raw", d.RawToken, d)
		d = xml.NewDecoder(strings.NewReader(s))
		d.Strict = false
		d.AutoClose = xml.HTMLAutoClose
		d.Entity = xml.HTMLEntity
		d.DefaultSpace = "def"
		run("loose", d.Token, d)
	}
	d := xml.NewDecoder(strings.NewReader("<?xml version='1.0' encoding='x-upper'?><a>text</a>"))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(in)
		return strings.NewReader(strings.ToUpper(string(b))), err
	}
	run("charset", d.Token, d)
	d = xml.NewDecoder(strings.NewReader("<a><b><c/>x</b><d/></a>"))
	d.Token()
	t, _ := d.Token()
	fmt.Println(show(t), d.Skip())
	t, _ = d.Token()
	fmt.Println(show(t))
	tokens := []xml.Token{xml.StartElement{Name: xml.Name{Local: "x"}}, xml.CharData("y"), xml.EndElement{Name: xml.Name{Local: "x"}}}
	d = xml.NewTokenDecoder(reader{&tokens})
	var x struct {
		Text string `xml:",chardata"`
	}
	fmt.Println(d.Decode(&x), x.Text)
	fmt.Println(len(xml.HTMLEntity), xml.HTMLEntity["eacute"], len(xml.HTMLAutoClose))
	var b strings.Builder
	fmt.Println(xml.EscapeText(&b, []byte("a<b>&\"'\t\r\n\x01\xff")), b.String())
}

type reader struct{ list *[]xml.Token }

func (r reader) Token() (xml.Token, error) {
	if len(*r.list) == 0 {
		return nil, io.EOF
	}
	t := (*r.list)[0]
	*r.list = (*r.list)[1:]
	return t, nil
}
