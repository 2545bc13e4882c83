package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

type Address struct {
	City, State string
	Zip         *int `xml:"zip,attr,omitempty"`
}

type Person struct {
	XMLName xml.Name `xml:"person"`
	ID      int      `xml:"id,attr"`
	First   string   `xml:"name>first"`
	Last    string   `xml:"name>last"`
	Age     int      `xml:"age"`
	Height  float32  `xml:"height,omitempty"`
	Married bool
	Address
	Email   []Email  `xml:"emails>email"`
	Tags    []string `xml:"tag"`
	Comment string   `xml:",comment"`
	Skip    string   `xml:"-"`
	private int
}

type Email struct {
	Where string `xml:"where,attr"`
	Addr  string `xml:",chardata"`
}

type Inner struct {
	Raw string `xml:",innerxml"`
}

type Any struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Nodes   []Any      `xml:",any"`
}

type Color struct{ R, G, B uint8 }

func (c Color) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "#%02x%02x%02x", c.R, c.G, c.B), nil }
func (c *Color) UnmarshalText(b []byte) error {
	n, err := strconv.ParseUint(strings.TrimPrefix(string(b), "#"), 16, 32)
	c.R, c.G, c.B = uint8(n>>16), uint8(n>>8), uint8(n)
	return err
}

type Point struct{ X, Y int }

func (p Point) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: "at"}, Value: fmt.Sprintf("%d,%d", p.X, p.Y)})
	return e.EncodeElement("p", start)
}

func (p *Point) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	for _, a := range start.Attr {
		if a.Name.Local == "at" {
			fmt.Sscanf(a.Value, "%d,%d", &p.X, &p.Y)
		}
	}
	return d.Skip()
}

type Level int

func (l Level) MarshalXMLAttr(name xml.Name) (xml.Attr, error) {
	if l < 0 {
		return xml.Attr{}, nil
	}
	return xml.Attr{Name: name, Value: strings.Repeat("*", int(l))}, nil
}

func (l *Level) UnmarshalXMLAttr(a xml.Attr) error {
	*l = Level(len(a.Value))
	return nil
}

type Mixed struct {
	XMLName xml.Name  `xml:"http://example.com/ns mixed"`
	Lang    string    `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	Other   string    `xml:"http://example.com/other attr,attr,omitempty"`
	Level   Level     `xml:"level,attr"`
	When    time.Time `xml:"when"`
	C       Color     `xml:"color"`
	CA      Color     `xml:"ca,attr"`
	P       Point     `xml:"point"`
	PP      *Point    `xml:"pp"`
	Bytes   []byte    `xml:"bytes"`
	Arr     [3]byte   `xml:"arr"`
	Data    string    `xml:",cdata"`
	I       any       `xml:"i"`
	Deep    string    `xml:"a>b>c"`
	Deep2   string    `xml:"a>b>d"`
	Deep3   string    `xml:"a>e"`
	Ptr     *string   `xml:"ptr"`
	Ns      string    `xml:"urn:x ns"`
}

type Embed struct {
	*Address
	Inner Inner `xml:"inner"`
	N     int
}

type Bad1 struct {
	A string `xml:"x>y"`
	B string `xml:"x>y>z"`
}

type Bad2 struct {
	A string `xml:",attr,chardata"`
}

type Bad3 struct {
	A string `xml:"a>"`
}

type Stuck struct{}

func (Stuck) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error { return nil }

func main() {
	zip := 12345
	s := "str"
	p := Person{ID: 13, First: "John", Last: "Doe", Age: 42, Address: Address{"Hanga Roa", "Easter <Island>", &zip}, Email: []Email{{"home", "a@b.c"}, {"work", "d&e"}}, Tags: []string{"x", "y"}, Comment: " Need more details. ", Skip: "no"}
	values := []any{
		p, &p, Mixed{Lang: "en", Other: "o", Level: 3, When: time.Date(2024, 1, 2, 3, 4, 5, 6, time.UTC), C: Color{1, 2, 255}, P: Point{1, 2}, Bytes: []byte("by<tes"), Data: "a]]>b<c>", I: 5, Deep: "c", Deep2: "d", Deep3: "e", Ptr: &s, Ns: "n"},
		Mixed{Level: -1}, Embed{Address: &Address{City: "c"}, Inner: Inner{"<raw>&amp;</raw>"}, N: 1}, Embed{}, Any{XMLName: xml.Name{Local: "any"}, Attrs: []xml.Attr{{Name: xml.Name{Local: "k"}, Value: "v\n\"'"}}, Text: "t", Nodes: []Any{{XMLName: xml.Name{Space: "s", Local: "n"}}}},
		"string", 42, 1.5, true, []int{1, 2}, []string{}, nil, (*Person)(nil), [2]bool{true, false}, []byte("bytes"), Color{1, 2, 3}, Point{3, 4}, []Point{{1, 1}, {2, 2}}, time.Duration(5),
		map[string]int{}, make(chan int), struct{ A int }{1}, struct{ F func() }{}, Bad1{}, Bad2{}, Bad3{}, struct {
			XMLName xml.Name `xml:"ok"`
			C       string   `xml:",comment"`
		}{C: "a--b"}, struct {
			XMLName xml.Name `xml:"named"`
			A       []int    `xml:"a,attr"`
			B       *bool    `xml:"b,attr"`
		}{A: []int{1, 2}},
	}
	for _, v := range values {
		b, err := xml.Marshal(v)
		fmt.Printf("%T: %s %v\n", v, b, err)
		b, err = xml.MarshalIndent(v, "> ", "\t")
		fmt.Printf("%s %v\n", b, err)
	}

	// And back.
	b, _ := xml.Marshal(p)
	var q Person
	fmt.Println(xml.Unmarshal(b, &q), q.ID, q.First, q.Last, q.Age, q.City, q.State, *q.Zip, q.Email, q.Tags, q.Comment, q.XMLName)
	b, _ = xml.Marshal(values[2])
	var m Mixed
	fmt.Println(xml.Unmarshal(b, &m), m.Lang, m.Other, m.Level, m.When, m.C, m.CA, m.P, m.PP, string(m.Bytes), m.Data, m.I, m.Deep, m.Deep2, m.Deep3, m.Ptr != nil, m.Ns, m.XMLName)
	doc := `<Person id="7"> <FullName>Grace R. Emlin</FullName>
  <Company>Example &amp; Co</Company><!-- c1 --><Email where="home"><Addr>gre@example.com</Addr></Email><Email where='work'><Addr>gre@work.com</Addr></Email>
  <Group><Value>Friends</Value><Value>Squash</Value></Group><City>Hanga Roa</City><Extra a="1"><deep>x</deep></Extra> tail </Person>`
	type Result struct {
		XMLName xml.Name `xml:"Person"`
		Id      int8     `xml:"id,attr"`
		Name    string   `xml:"FullName"`
		Phone   string
		Email   []struct {
			Where string `xml:"where,attr"`
			Addr  string
		}
		Groups []string `xml:"Group>Value"`
		Address
		All  string `xml:",innerxml"`
		Text string `xml:",chardata"`
		Note string `xml:",comment"`
		Rest []Any  `xml:",any"`
	}
	v := Result{Phone: "none"}
	fmt.Println(xml.Unmarshal([]byte(doc), &v))
	fmt.Printf("%+v\n", v)
	var tree Any
	fmt.Println(xml.Unmarshal([]byte(`<?xml version="1.0"?><a:r xmlns:a="u" x="1" a:y="2">t<b>1<c/></b>u</a:r>`), &tree))
	fmt.Printf("%+v\n", tree)

	// What does not fit.
	var n struct {
		A int     `xml:"a"`
		U uint8   `xml:"u"`
		B bool    `xml:"b"`
		F float64 `xml:"f"`
		C Color   `xml:"c"`
		M map[string]int
		I any `xml:"i"`
	}
	for _, s := range []string{"<x><a> 12 </a><u>3</u><b>true</b><f>1e3</f><c>#010203</c><i><j/></i></x>", "<x><a>x</a></x>", "<x><u>300</u></x>", "<x><b>maybe</b></x>", "<x><f></f><a/><b/></x>", "<x><c>zz</c></x>", "<x><M/></x>", "<x>", "", "<x></y>", "no"} {
		err := xml.Unmarshal([]byte(s), &n)
		fmt.Println(s, err, n.A, n.U, n.B, n.F, n.C, n.I)
	}
	var wrong struct {
		XMLName xml.Name `xml:"urn:a right"`
	}
	fmt.Println(xml.Unmarshal([]byte("<wrong/>"), &wrong), xml.Unmarshal([]byte("<right/>"), &wrong), xml.Unmarshal([]byte("<right xmlns='urn:b'/>"), &wrong), xml.Unmarshal([]byte("<right xmlns='urn:a'/>"), &wrong))
	var st struct{ S Stuck }
	var e Embed
	fmt.Println(xml.Unmarshal([]byte("<x><S><y/></S></x>"), &st), xml.Unmarshal([]byte("<x/>"), nil), xml.Unmarshal([]byte("<x/>"), e), xml.Unmarshal([]byte("<x/>"), (*Embed)(nil)), xml.Unmarshal([]byte("<x><City>q</City><inner>a<b>c</b>&lt;</inner></x>"), &e), e.Address.City, e.Inner.Raw)
	var list []int
	dec := xml.NewDecoder(strings.NewReader("<r><i>1</i><i>2</i></r><s/>"))
	dec.Token()
	for {
		t, err := dec.Token()
		if err != nil {
			break
		}
		if start, ok := t.(xml.StartElement); ok && start.Name.Local == "i" {
			fmt.Println(dec.DecodeElement(&list, &start))
		}
	}
	fmt.Println(list)

	// Tokens.
	var out bytes.Buffer
	enc := xml.NewEncoder(&out)
	enc.Indent("", " ")
	for _, t := range []xml.Token{xml.ProcInst{Target: "xml", Inst: []byte(`version="1.0"`)}, xml.Directive("DOCTYPE x"), xml.StartElement{Name: xml.Name{Space: "u", Local: "a"}, Attr: []xml.Attr{{Name: xml.Name{Space: "http://x.org/v", Local: "b"}, Value: "c"}, {Name: xml.Name{Space: "http://y.org/v", Local: "d"}, Value: "e"}, {Name: xml.Name{Local: "xmlns"}, Value: "z"}}},
		xml.CharData("text\n<>"), xml.Comment("note"), xml.StartElement{Name: xml.Name{Local: "b"}}, xml.EndElement{Name: xml.Name{Local: "c"}}, xml.EndElement{Name: xml.Name{Local: "b"}}, xml.EndElement{Name: xml.Name{Local: "a"}}, xml.EndElement{Name: xml.Name{Space: "u", Local: "a"}}, xml.EndElement{Name: xml.Name{Local: "a"}},
		xml.Comment("a-->b"), xml.ProcInst{Target: "xml"}, xml.ProcInst{Target: "a b"}, xml.ProcInst{Target: "p", Inst: []byte("?>")}, xml.Directive("a > b"), xml.Directive("a <b> '>' <!-- > --> c"), xml.StartElement{}, xml.EndElement{}, nil, "x", xml.StartElement{Name: xml.Name{Local: "open"}}} {
		if err := enc.EncodeToken(t); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(enc.Flush(), enc.Close())
	fmt.Println(out.String())
	fmt.Println(enc.EncodeToken(xml.CharData("late")), enc.EncodeElement(1, xml.StartElement{}), xml.NewEncoder(os.Stdout).EncodeElement("v", xml.StartElement{Name: xml.Name{Local: "el"}}))
	var ute *xml.UnsupportedTypeError
	_, err := xml.Marshal(map[int]int{})
	fmt.Println(errors.As(err, &ute))
}
