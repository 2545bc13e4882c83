package main

import "fmt"; import ("strings"; "os")

type T struct { a int; b string }; type U struct { c,
	d int }

func f() (int, string) { return 1, "x" }; func g(a int,
	b int,
) int { return a +
	b }

func main() {
	;;; { } ; {;}
	if x := 1; x > 0 { fmt.Println("if") } else { }; fmt.Println("after")
	for i := 0; i < 2; i++ { fmt.Print(i); }; fmt.Println()
	for ; ; { break }
	for ;; { break }
	switch x := 2; x { case 1: ; case 2: fmt.Println("two"); default: ; }
	switch { default: }
	a, b := f(); _ = b; fmt.Println(a, g(1,
		2), g(
		3,
		4,
	))
	s := []int{
		1, 2,
		3 }
	t := []string{"a",
		"b",
	}
	fmt.Println(s, t, strings.
		ToUpper("dotted"), strings.
		Repeat("x", 3))
	fmt.Fprintln(os.
		Stdout, /* a comment /* does not nest */ "comment", /*
	a comment with a newline acts like a newline */)
	x := 5 /*
	*/
	y := x - /* on
	the next line */ 2
	fmt.Println(x, y)
	z := x &
		^1 |
		8
	z++
	z--; var p *int; _ = p
	fmt.Println(z)
	func() { return }(); goto end
end:
	{ fmt.Println("end") }
	m := map[string]struct{ x, y int }{"a": {1, 2}, "b": {
		3, 4}}
	fmt.Println(m)
	lab: for { for { break lab } }
	defer func() { recover(); fmt.Println("done") }()
	var i interface { M(); N() } ; _ = i
	select { default: }
	if true { goto out }; out:
}
