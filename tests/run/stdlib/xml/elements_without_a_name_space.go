package main

import (
	"encoding/xml"
	"fmt"
)

type plain struct {
	XMLName xml.Name `xml:""`
	Text    string   `xml:",chardata"`
}
type top struct {
	XMLName xml.Name `xml:""`
	In      plain    `xml:"in"`
	Raw     *string  `xml:",innerxml"`
}

func main() {
	t := top{XMLName: xml.Name{Space: "space", Local: "top"}, In: plain{XMLName: xml.Name{Local: "in"}, Text: "x"}}
	b, err := xml.Marshal(t)
	fmt.Println(string(b), err)
	s := "<raw/>"
	b, err = xml.Marshal(struct {
		XMLName xml.Name `xml:"a"`
		Raw     **string `xml:",innerxml"`
	}{Raw: new(*string)})
	fmt.Println(string(b), err)
	p := &s
	b, err = xml.Marshal(struct {
		XMLName xml.Name `xml:"a"`
		Raw     **string `xml:",innerxml"`
	}{Raw: &p})
	fmt.Println(string(b), err)
	fmt.Printf("%#v\n", xml.CopyToken(xml.StartElement{Name: xml.Name{Local: "e"}}))
}
