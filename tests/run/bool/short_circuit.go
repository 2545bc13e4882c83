package main

import "fmt"

func t(s string) bool { fmt.Print(s, " "); return true }
func f(s string) bool { fmt.Print(s, " "); return false }

func main() {
	fmt.Println(t("a") && f("b") && t("c"))
	fmt.Println(f("a") || t("b") || t("c"))
	fmt.Println(t("a") || t("b") && f("c"))
	fmt.Println(!f("a") && !(t("b") && f("c")))
	var p *struct{ n int }
	fmt.Println(p != nil && p.n > 0)
	x := t("d") == f("e")
	fmt.Println(x, !x, x != true)
	type flag bool
	var g flag = true
	g = g && !g
	fmt.Println(g, bool(g))
	var bs [3]bool
	bs[1] = true
	fmt.Println(bs, bs == [3]bool{1: true})
}
