package main

import "fmt"

func main() {
	s := "aé世\xff"
	b := []byte(s)
	r := []rune(s)
	fmt.Println(b, r, len(b), len(r))
	b[0] = 'X'
	r[1] = 'y'
	fmt.Println(s == "aé世\xff", string(b), string(r))
	fmt.Println(string(rune(65)), string(rune(0x1F600)), string(rune(-5)) == "\uFFFD", string(rune(0xD800)) == "\uFFFD")
	fmt.Println(string([]rune{72, 0x10FFFF, 0x110000, -1}) == "H\U0010FFFF\uFFFD\uFFFD")
	fmt.Println([]byte(""), []rune(""), string([]byte(nil)) == "")
	type myBytes []byte
	type myString string
	type myRune rune
	m := myBytes("hi")
	fmt.Println(m, string(m), myString(m), []myRune("é"))
	c := append([]byte("x"), "yz"...)
	before := string(c)
	n := copy(c, "QRSTUV")
	fmt.Println(before, n, string(c))
}
