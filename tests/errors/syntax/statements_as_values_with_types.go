package main

import "net/http"

func main() {
	if s := f(func(w http.ResponseWriter, r *http.Request) { return }) { // ERROR "cannot use s := f(func(w http.ResponseWriter, r *http.Request) {…}) as value"
	}
	for x := range []int{1} {
	}
	if x := map[string]int{"a": 1}["a"] { // ERROR "cannot use x := map[string]int{…}["
	}
	if x := []*int{nil} { // ERROR "cannot use x := []*int{…} as value"
	}
	if x := -y * *z { // ERROR "cannot use x := -y * *z as value"
	}
	if x := a.(*T) { // ERROR "cannot use x := a.(*T) as value"
	}
	if x := <-c { // ERROR "cannot use x := <-c as value"
	}
	if x := a[1:2:3] { // ERROR "cannot use x := a[1:2:3] as value"
	}
	if a = b { // ERROR "cannot use assignment a = b as value"
	}
	if a, b := c, d { // ERROR "cannot use a, b := c, d as value"
	}
	if x := func(a ...int) (int, error) { } { // ERROR "cannot use x := func(a ...int) (int, error) {} as value"
	}
	if x := struct{ a int; b, c string "tag" }{} { // ERROR "cannot use x := struct{a int; b, c string"
	}
	if x := interface{ M(); int|~string } { // ERROR "cannot use x := interface{M(); int | ~string} as value"
	}
	if x := (chan<- int)(nil) { // ERROR "cannot use x := (chan<- int)(nil) as value"
	}
	if x := new(<-chan [3]int) { // ERROR "cannot use x := new(<-chan [3]int) as value"
	}
	if x := [...]int{1,2} { // ERROR "cannot use x := [...]int{…} as value"
	}
	if x := f[int, string](a...) { // ERROR "cannot use x := f[int, string](a...) as value"
	}
	if x := (&T{1, 2}).x { // ERROR "cannot use x := (&T{…}).x as value"
	}
	if x := &^a &^ b { // ERROR "unexpected &^, expected expression"
	} // ERROR "unexpected }, expected {"
	if x := !a && b || c == d { // ERROR "unexpected keyword if, expected expression"
	}
	if x := "s" + 'c' + 1i { // ERROR "cannot use x :="
	}
	switch x := 1 + a{b} { // ERROR "cannot use x := 1 + a as value"
	}
	if a += 2 { // ERROR "cannot use a += 2 as value"
	}
	if a++ { // ERROR "cannot use a++ as value"
	}
	for a = range b {
	}
	for i = 0; a = 3; i++ { // ERROR "cannot use assignment a = 3 as value"
	}
	if x := func() chan struct{} { return nil } { // ERROR "cannot use x := func() chan struct{} {…} as value"
	}
	if x := func(func(int) (a, b string), *T, []T, ...[]*int) map[int][]*T { return nil } { // ERROR "cannot use x := func(func(int) (a, b string), *T, []T, ...[]*int) map[int][]*T {…} as value"
	}
}
