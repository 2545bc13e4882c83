package main

func main() {
	x := 1
	_ = x[0] // ERROR "cannot index x (variable of type int)"
	f := func() {}
	_ = f[0] // ERROR "cannot index f (variable of type func())"
	var e any
	_ = e[0] // ERROR "cannot index e (variable of interface type any)"
	p := new([]int)
	_ = p[0] // ERROR "cannot index p (variable of type *[]int)"
	_ = true[0] // ERROR "cannot index true (untyped bool constant)"
	var st struct{}
	_ = st[0] // ERROR "cannot index st (variable of type struct{})"
}
