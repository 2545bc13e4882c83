package main

import "fmt"

type R rune
type B byte
type I int

func main() {
	var r rune
	var i32 int32
	var b byte
	var u8 uint8
	var i64 int64
	var u32 uint32
	fmt.Printf("%q", r)
	fmt.Printf("%q", i32)
	fmt.Printf("%q", b)
	fmt.Printf("%q", u8)
	fmt.Printf("%q", i64)
	fmt.Printf("%q", u32)
	fmt.Printf("%q", R(1))
	fmt.Printf("%q", B(1))
	fmt.Printf("%q", I(1))
	fmt.Printf("%q", 5)
	fmt.Printf("%q", 'x')
	fmt.Printf("%q", []int{1})
	fmt.Printf("%q", []rune{1})
	fmt.Printf("%q", "x"[0])
	fmt.Printf("%c", 5)
	fmt.Printf("%c", i64)
	fmt.Printf("%U", b)
	fmt.Printf("%q", map[string]bool{})
	fmt.Printf("%q", []any{1})
	fmt.Printf("%d", nil)
	var e error
	fmt.Printf("%q", e)
	fmt.Printf("%q", uint8(3))
	const c = 'a'
	fmt.Printf("%q", c)
	fmt.Printf("%q", c+1)
	fmt.Printf("%x %x %x", 1.5, true, nil)
	fmt.Printf("%s", 'x')
	fmt.Printf("%s", b)
}
