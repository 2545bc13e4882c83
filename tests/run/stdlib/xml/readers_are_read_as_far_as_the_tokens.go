package main

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

const text = "<a x='1'>\n some \r\n text &amp; more</a>\n<b/>tail <c>]]&gt;</c><![CDATA[x]]> end" + "<!-- comment\n --><d>\u65e5\u672c</d>"

func main() {
	bytesReader, stringsReader := bytes.NewReader([]byte(text)), strings.NewReader(text)
	buffer, buffered := bytes.NewBufferString(text), bufio.NewReaderSize(strings.NewReader(text), 16)
	for _, r := range []io.Reader{bytesReader, stringsReader, buffer, buffered} {
		fmt.Printf("%T\n", r)
		d := xml.NewDecoder(r)
		for i := 0; ; i++ {
			t, err := d.Token()
			line, column := d.InputPos()
			left := -1
			if l, ok := r.(interface{ Len() int }); ok {
				left = l.Len()
			}
			fmt.Printf("%T %q %v %d %d:%d, left %d\n", t, t, err, d.InputOffset(), line, column, left)
			if err != nil {
				break
			}
			if i == 5 {
				// Whoever else reads gets what comes next.
				next := make([]byte, 5)
				n, err := io.ReadFull(r, next)
				fmt.Printf("%q %v\n", next[:n], err)
			}
		}
	}
	long := strings.Repeat("<e>"+strings.Repeat("line\nof text ", 400)+"</e>", 3)
	r := strings.NewReader(long)
	for range 3 {
		var s string
		fmt.Println(xml.NewDecoder(r).Decode(&s), len(s), r.Len())
	}
	for _, bad := range []string{"<a>\x01</a>", "<a>\xff</a>", "<a>x]]></a>", "<a b='<'/>", "<a>&nope;</a>", "<-a/>", "<a></b>", "<a", "<a>text", "<\u00e9t\u00e9 \u00e8='1'/>", "<a\xff/>"} {
		d := xml.NewDecoder(strings.NewReader(bad))
		for {
			t, err := d.Token()
			fmt.Printf("%q %v\n", t, err)
			if err != nil {
				break
			}
		}
	}
}
