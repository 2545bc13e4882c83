package main

func a(x, y ...int) { // ERROR "can only use ... with final parameter"
	x = 1
	y = nil
}
func b(x ...int, y string) { x = 1 } // ERROR "can only use ... with final parameter"
func c() (x ...int) { return 1 } // ERROR "invalid use of ..."
func d(x, y, z ...string) (r, s ...int) { return 1, 2 } // ERROR "can only use ... with final parameter" "invalid use of ..."
func (x ...T) m() {} // ERROR "invalid use of ..."

type T struct{}
type F func(a, b ...int) // ERROR "can only use ... with final parameter"

func e(int, ...string)
func (T) n(a, b ...int) { // ERROR "can only use ... with final parameter"
	for range b {
	}
}

func main() {
	a(1, 2, 3)
	d("a", "b", "c")
	d("a") // ERROR "not enough arguments in call to d"
	b(1, "2")
	var f F = func(int, ...int) {}
	_ = f
	_ = func(a, b ...int) { _ = a + "x"; _ = b + "x" } // ERROR "can only use ... with final parameter" "invalid operation: a +" "invalid operation: b +"
	_ = s[1::] // ERROR "undefined: s" "middle index required in 3-index slice" "final index required in 3-index slice"
	_ = "abc"[1::] // ERROR "middle index required in 3-index slice" "final index required in 3-index slice" "invalid operation: 3-index slice of string"
	_ = "abc"[1:2:] // ERROR "final index required in 3-index slice" "invalid operation: 3-index slice of string"
	_ = y["a"::"b"] // ERROR "undefined: y" "middle index required in 3-index slice"
	_ = f.(type) // ERROR "invalid syntax tree: use of .(type) outside type switch"
	x := f.(type) // ERROR "declared and not used: x" "invalid syntax tree: use of .(type) outside type switch"
	g(f.(type)) // ERROR "undefined: g" "invalid syntax tree: use of .(type) outside type switch"
	var i any
	_ = i.(type) // ERROR "invalid syntax tree: use of .(type) outside type switch"
	if i.(type) { // ERROR "invalid syntax tree: use of .(type) outside type switch"
	}
	switch i.(type) + 1 { // ERROR "invalid syntax tree: use of .(type) outside type switch"
	}
	var z [i.(type)]int // ERROR "declared and not used: z" "invalid syntax tree: use of .(type) outside type switch"
	switch x := i.(type).(type) { // ERROR "x declared and not used" "invalid syntax tree: use of .(type) outside type switch"
	}
}
