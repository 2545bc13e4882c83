package main

import (
	"fmt"
	"html"
)

func main() {
	s := `<a href="x?a=1&b='2'">é & 日本</a>`
	e := html.EscapeString(s)
	fmt.Println(e, html.UnescapeString(e) == s, html.EscapeString("plain"))
	for _, t := range []string{"", "plain", "&lt;&gt;&amp;&quot;&apos;", "&lt &amp &copy &copyx &notit; &notin; &not;in", "&aacute;&#225;&#xE1;&#XE1", "&#0;&#xD800;&#x110000;&#128;&#x9f;&#129;", "&", "&&", "&;", "&#;", "&#x;", "&#xg;", "&unknown;", "&amp;lt;", "a&b", "&NotEqualTilde;", "&acE;&bne;", "&frac12 &frac12; &sup1x", "&AMP;&AMP&amp", "x&#65y&#66;z", "&hearts;&spades", "&nbsp;|", "&#99999999999;"} {
		fmt.Printf("%q %q\n", t, html.UnescapeString(t))
	}
}
