package main

import "fmt"

func main() {
	fmt.Printf("%T %T %T %T %T\n", 1, 'a', 1.5, 2i, "s")
	fmt.Printf("%T %T %T\n", 1+'a', 'a'+1.0, 1.0+2i)
	fmt.Println(5/2, 5/2.0, 5.0/2, 'a'/2, 7%4)
	fmt.Println('a'+1, string(rune('a'+1)))
	var f float64 = 'a'
	var r rune = 97.0
	var c complex128 = 1
	var i int = 5.0
	var u uint8 = 'c' - '0'
	fmt.Println(f, r, c, i, u)
	const h = 1 << 3.0
	fmt.Println(h)
	var s uint = 2
	var w int64 = 1 << s
	fmt.Println(w)
	fmt.Println(1<<s == 4, -7/2, -7%2, 7/-2, 7%-2)
	fmt.Printf("%T\n", true && false)
	type b bool
	var t b = 1 < 2
	fmt.Printf("%T %v\n", t, t)
}
