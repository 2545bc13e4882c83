package main

type T struct{ f func() }

func main() {
	w := func().Run() // ERROR "func().Run undefined (type func() has no field or method Run)"
	_ = func(int, string).x // ERROR "undefined"
	_ = func() (int, error).y(1) // ERROR "undefined"
	_ = func().(int) // ERROR
	println(func().String, func() {}) // ERROR
	func().Println(1) // ERROR "undefined"
}
