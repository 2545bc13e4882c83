package main

import "fmt"

func main() {
	one, neg := 1, -1
	var u8 uint8 = 1
	var i16 int16 = -300
	for _, s := range []uint{0, 1, 7, 8, 15, 16, 31, 32, 63, 64, 65, 1000} {
		fmt.Println(s, one<<s, neg<<s, neg>>s, uint(neg)>>s, u8<<s, i16>>s, i16<<s)
	}
	var c8 uint8 = 255
	fmt.Println(1<<c8 == 0, one<<c8, one>>c8, neg>>c8)
	n := 3
	fmt.Println(one<<n, 100>>n, int8(64)<<n, int8(-64)>>n)
}
