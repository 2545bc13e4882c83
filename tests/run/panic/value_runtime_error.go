package main

func main() {
	defer func() {
		panic(recover())
	}()
	var s []int
	_ = s[0]
}
