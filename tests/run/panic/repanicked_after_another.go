package main

func main() {
	defer func() {
		r := recover()
		defer func() { panic(r) }()
		panic("between")
	}()
	panic("first")
}
