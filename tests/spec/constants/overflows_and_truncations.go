package main

import "math"

const Big = 1 << 100

const (
	a int8    = 128 // ERROR
	b         = int8(127) + 1 // ERROR
	c         = uint8(0) - 1 // ERROR
	d         = -int8(-128) // ERROR
	e uint    = -1 // ERROR
	f         = ^uint8(0) + 1 // ERROR
	g         = int64(1) << 63 // ERROR
	h int     = Big // ERROR
	i float32 = 1e39 // ERROR
	j float64 = 1e309 // ERROR
	k int     = 1.5 // ERROR
	l         = int(1.5) // ERROR
	m int     = 1 + 1i // ERROR
	n         = 1 / 0 // ERROR
	o         = 1.0 / 0.0 // ERROR
	p         = 1 % 0 // ERROR
	q         = 1.5 % 2 // ERROR
	r         = "a" - "b" // ERROR
	s         = !1 // ERROR
	t         = ^1.5 // ERROR
	u         = -"a" // ERROR
	v         = 1.5 << 2 // ERROR
	w         = 1 << -1 // ERROR
	x         = 1 << 1.5 // ERROR
	y         = "a" + 1 // ERROR
	z         = true + false // ERROR
	A         = 1 << 100000 // ERROR
	B         = uint8(256) // ERROR
	C         = string(1.5) // ERROR
	D         = len([]int{1}) // ERROR
	E         = math.Sqrt(4) // ERROR
	F         = len(f1()) // ERROR
	G []int   = nil // ERROR
	H         = 'a' * Big / 'a' + uint8(1) // ERROR
	I         = 5.0 % 2.0 // ERROR
	J         = complex(1, "2") // ERROR
	K         = real("x") // ERROR
	L         = 1i < 2i // ERROR
	M byte    = 'ā' // ERROR
	N rune    = "a" // ERROR
	O         = int(1e100) // ERROR
	P         = math.MaxInt64 + int64(1) // ERROR
	Q         = uint32(1) << 32 >> 32 // ERROR
	R         = true && 1 // ERROR
	S         = "x" && "y" // ERROR
	T         = nil == nil // ERROR
	U         = float32(1e38) * 10 // ERROR
	V         = 5 &^ 1.5 // ERROR
	W         = len("abc"[0:2]) // ERROR
	X         = "abc"[0] // ERROR
	Y struct{} = struct{}{} // ERROR
	Z         = main // ERROR
)

func f1() [3]int { return [3]int{} }

func main() {
	var u8 uint8 = 1
	var f32 float32
	var i int
	_ = u8 + 256 // ERROR
	_ = u8 << 300
	_ = u8 * -1 // ERROR
	_ = f32 + 1e39 // ERROR
	_ = i + 1.5 // ERROR
	_ = i / 0 // ERROR
	_ = f32 / 0
	_ = i % 0 // ERROR
	i /= 0 // ERROR
	_ = i == Big // ERROR
	_ = i << -1 // ERROR
	_ = i < 1i // ERROR
	_ = [1.5]int{} // ERROR
	_ = [-1]int{} // ERROR
	_ = [i]int{} // ERROR
	_ = [Big]int{} // ERROR
	_ = []int{1.5: 1} // ERROR
	i = Big // ERROR
	i += Big // ERROR
	var x interface{} = Big // ERROR
	println(Big) // ERROR
	_ = x
	switch u8 {
	case 1, 256: // ERROR
	}
	for range Big { // ERROR
	}
	a = 5 // ERROR
}
