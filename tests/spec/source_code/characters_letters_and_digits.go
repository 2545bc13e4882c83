package main

import "fmt"

const (
	_x1    = iota
	ÄÖ     // letters of any script
	日本語    = "nihongo"
	été２   = "fullwidth digit two in the name"
	_０     = "underscore and a fullwidth zero"
	αβγ_Ωm = 2.5
	ǅ      = "title case letter"
	ʰ      = "modifier letter"
	ª      = "other letter"
)

// É as one character and as two is not the same name: the second is not even one.
var É = "composed"

type été struct{ naïve, ÅÅ int }

func (é été) Größe() int { return é.naïve + é.ÅÅ }

func main() {
	fmt.Println(_x1, ÄÖ, 日本語, été２, _０, αβγ_Ωm, ǅ, ʰ, ª, É)
	fmt.Println(été{1, 2}.Größe())
	fmt.Printf("%+v %T\n", été{3, 4}, été{})
	s := "a\ufeffb￿" // a byte order mark within a string made with an escape
	fmt.Println(len(s), []rune(s), s == "a\xef\xbb\xbfb\uffff")
	for i, r := range "\xff\xc0\x80é\xed\xa0\x80𝄞" {
		fmt.Print(i, ":", string(r), " ", r, " ")
	}
	fmt.Println()
	/* comments hold anything: é 日本 "unclosed ' ` */
	fmt.Println(`raw é \n ` + "日")
}
