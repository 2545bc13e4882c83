package main

import "fmt"; import ("strings"; "os")

/* block */ func /* in the middle */ main() { // line
	x := 1; y := 2 /* before newline
	spans lines */
	fmt.Println(x, y); _ = os.Args
	if x == 1 { fmt.Println("one line") }; for i := 0; i < 1; i++ { fmt.Println(i) }
	z := []int{
		1, // trailing
		2, /* comma */
	}
	fmt.Println(
		len(z),
		strings.
			ToUpper("chained"),
	)
	w := x +
		y
	f := func() (a int) { a = 5; return }
	fmt.Println(w, f(), /* c */ -1 /*d*/ - /**/ -1)
	s := struct{ a, b int; c string }{1, 2, "c"}
	switch { case s.a == 1: fmt.Println("a"); default: }
	return; fmt.Println("unreachable")
}
