package main

func main() {
	var p *int
	var m map[string]int
	var c chan int
	var f func()
	var e any
	println(p, m, c, f == nil)
	println(e)
	type s string
	println(s("named"), true)
}
