package main

import "fmt"

type I8 int8
type U16 uint16
type F32 float32

func ints[T int8 | int16 | int32 | int64 | int | uint8 | uint16 | uint32 | uint64 | uint | uintptr](a, b T) {
	fmt.Printf("%T %v %v %v %v %v %v %v %v %v %v %v %v %v\n", a, a+b, a-b, a*b, a/b, a%b, a&b, a|b, a^b, a&^b, a<<3, a>>1, -a, ^b)
	a++
	b--
	a += b * b
	b <<= 7
	a ^= b
	fmt.Println(a, b, a < b, a == b, a>>63, b<<64, T(1)<<7>>7)
}

func floats[T float32 | float64](a, b T) {
	fmt.Printf("%T %v %v %v %v %v %v\n", a, a+b, a-b, a*b, a/b, -a, a*b-a/b)
	a++
	b /= 3
	fmt.Println(a, b, a < b, a == a, a != b, T(int32(b)), int8(int32(a)))
}

func main() {
	ints[int8](-128, -1)
	ints[int8](100, 27)
	ints[int16](-32768, 7)
	ints[int32](-2147483648, -1)
	ints[int64](-9223372036854775808, -1)
	ints[int](-7, 2)
	ints[uint8](200, 100)
	ints[uint16](65535, 255)
	ints[uint32](1<<32-1, 1<<31)
	ints[uint64](1<<64-1, 1<<63)
	ints[uint](7, 3)
	ints[uintptr](1<<40, 1<<20)
	floats[float32](16777216, 3)
	floats[float64](1<<53, 3)
	floats[float32](0.1, 0.7)
	floats[float64](0.1, 0.7)
	var b byte = 'a'
	var r rune = 'b'
	var u8 uint8 = b
	var i32 int32 = r
	fmt.Printf("%T %T %T %T %v %v\n", b, r, u8, i32, b+u8, r-i32)
	c := complex64(complex(1, 2))
	var d complex128 = complex(float64(real(c)), float64(imag(c))*2)
	c *= c
	d /= 2i
	fmt.Println(c, d, c == complex(-3, 4), -d, real(c)*imag(c))
	fmt.Printf("%T %T %T %T\n", real(c), imag(d), c, d)
	x := I8(127)
	x++
	y := U16(0)
	y--
	z := F32(1) / 3
	fmt.Println(x, y, z, x>>7, y<<1, -x, I8(y), U16(x), F32(x))
	// Sums are not folded across the width of their type.
	var p, q, s int8 = 127, 1, -1
	fmt.Println(p+q+s, (p+q)/2, int(p)+int(q), p*q-s, p<<1>>1, uint8(p)<<1>>1, (p+q)>>1)
	var h uint32 = 2166136261
	for _, c := range []byte("hash") {
		h = (h ^ uint32(c)) * 16777619
	}
	fmt.Println(h, h>>16^h, ^h, -h, int32(h), uint16(h), int8(h))
}
