package main

import (
	"encoding/xml"
	"fmt"
	"strings"
)

func main() {
	for _, text := range []string{
		"<n:d xmlns:n='u'><n:d xmlns:n='u'></b><x/>",
		"<n:d xmlns:n='u'><d></b><x/>",
		"<d><e></b><x/>",
		"<n:d xmlns:n='u'></b><n:x/></d>",
		"<a><n:d xmlns:n='u'></b><n:x></n:x></d></a>",
		"<a><n:d xmlns:n='u'></d></a>",
	} {
		fmt.Println(text)
		d := xml.NewDecoder(strings.NewReader(text))
		d.Strict = false
		for {
			t, err := d.Token()
			fmt.Println(t, err)
			if err != nil {
				break
			}
		}
	}
}
