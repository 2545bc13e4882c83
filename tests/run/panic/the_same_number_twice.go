package main
func f(n int) {
	defer panic(n)
	panic(n)
}
func main() {
    defer f(5)
	f(5000)
}
