package main

import "fmt"

func avg(a, b uint8) uint8 { return (a + b) / 2 }

func main() {
	fmt.Println(avg(200, 100), avg(255, 255))
	var a, b int8 = 100, 100
	fmt.Println(a+b > 0, int(a)+int(b) > 0, (a+b)>>1, a*b, a*b/b)
	var x uint16 = 65535
	fmt.Println(x+1 == 0, (x+1)/2, x*x, x<<1, x<<1>>1, ^x, -x)
	var y int32 = -2147483648
	fmt.Println(y-1, -y, y*y, y<<1, ^y, y>>31, uint32(y)>>31)
	var c byte = 'z'
	fmt.Println(c-'a'+'A', c+200, c<<4>>4)
	h := uint32(2166136261)
	for _, b := range []byte("phasync") {
		h ^= uint32(b)
		h *= 16777619
	}
	fmt.Println(h)
}
