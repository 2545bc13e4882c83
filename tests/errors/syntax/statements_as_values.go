package main

// ERROR@50 "cannot use x := `raw` +"

func main() {
	if x := a.b.c(d)[1](2) { // ERROR "cannot use x := a.b.c(d)[1](2) as value"
	}
	if x = func(a, b int, c ...string) { foo() } { // ERROR "cannot use assignment x = func(a, b int, c ...string) {…} as value"
	}
	if x = (a == b) { // ERROR "cannot use assignment x = (a == b) as value"
	}
	if x == a = b { // ERROR "cannot use assignment (x == a) = b as value"
	}
	if a = b == c { // ERROR "cannot use assignment a = (b == c) as value"
	}
	if a, b = c(), [](int){} { // ERROR "cannot use assignment a, b = c(), []int{} as value"
	}
	if c <- x { // ERROR "cannot use c <- x as value"
	}
	if c <- func() (int, (string)) { } { // ERROR "cannot use c <- func() (int, string) {} as value"
	}
	if a[1] -= 3 { // ERROR "cannot use a[1] -= 3 as value"
	}
	if *p++ { // ERROR "cannot use *p++ as value"
	}
	if (x) := 3 { // ERROR "cannot use (x) := 3 as value"
	}
	if x := map[(string)](int){} { // ERROR "cannot use x := map[string]int{} as value"
	}
	if x := []T{{1}, {2}}[0].y { // ERROR "cannot use x := []T{…}[0].y as value"
	}
	switch x := a.(type); y := b.(type) {
	}
	switch a.b = c.(type) { // ERROR "cannot use assignment a.b = c.(type) as value"
	}
	if x := a.(type) { // ERROR "cannot use x := a.(type) as value"
	}
	if x := func() { if ; {} }, 2 { // ERROR "missing condition in if statement"
	}
	for i := 0; i = 1; { // ERROR "cannot use assignment i = 1 as value"
	}
	for ; x := 1; { // ERROR "cannot use x := 1 as value"
	}
	for a := 1 { // ERROR "cannot use a := 1 as value"
	}
	switch a := 1 { // ERROR "cannot use a := 1 as value"
	}
	if x := 'a' << 3 { // ERROR "cannot use x := 'a' << 3 as value"
	}
	if x := `raw` + "\t" {
	}
	if x := -(-a) { // ERROR "cannot use x := -(-a) as value"
	}
	if x := chan (<-chan int)(nil) { // ERROR "cannot use x := chan (<-chan int)(nil) as value"
	}
	if x := interface { m((int)) (string); E } (nil) { // ERROR "cannot use x := interface{m(int) string; E}(nil) as value"
	}
	if x := a.(interface{ m() }).m { // ERROR "cannot use x := a.(interface{m()}).m as value"
	}
	if x := struct { // ERROR "cannot use x := struct{a int; b string"
		a int
		b string "x"
	}{} {
	}
	var c <-chan<- [](int) // ERROR "unexpected [, expected keyword chan"
	var c <-chan<- chan map[string]struct{ a int; b string }
	var c <-chan<- *(x.y[int]) // ERROR "unexpected *, expected keyword chan"
}
