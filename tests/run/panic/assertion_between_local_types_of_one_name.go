package main

func f(x any) {
	type T struct{ a int }
	_ = x.(T)
}

func main() {
	type T struct{ a int }
	var x any = T{}
	f(x)
}
