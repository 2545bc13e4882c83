package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// A node reads the nodes inside of it by a method.
type node struct {
	inner *node
}

func (n *node) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	for {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			n.inner = new(node)
			if err := d.DecodeElement(n.inner, &t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

type list struct {
	A *list `xml:"a"`
}

func main() {
	for _, depth := range []int{1, 100, 10_000, 10_001} {
		text := append(bytes.Repeat([]byte("<a>"), depth), bytes.Repeat([]byte("</a>"), depth)...)
		var n node
		err := xml.Unmarshal(text, &n)
		levels := 0
		for m := &n; m != nil; m = m.inner {
			levels++
		}
		fmt.Println(depth, levels, err, xml.Unmarshal(text, new(list)))
	}
}
