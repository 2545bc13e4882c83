package main

import "fmt"

func main() {
	var s uint = 33
	var a = int64(1) << s
	var b int64 = 1 << s
	var c = uint32(1) << s
	var d = 1.0<<3 == 8
	var e = 1<<s == 1<<33
	var f int32 = 1 << (s - 31)
	var g = make([]byte, 1<<(s-30))
	var h uint64 = 1<<s | 1
	fmt.Println(a, b, c, d, e, f, len(g), h)
	var i int8 = 1
	fmt.Println(i<<6, i<<7, i<<8, -i>>100, uint8(255)>>s)
	var x = []int{0, 1, 2, 3, 4, 5, 6, 7, 8}
	fmt.Println(x[1.0<<(s-30)])
	w := int64(1.0 << 3)
	fmt.Println(w)
}
