package main

import (
	"fmt"
	"math"
)

type Bits uint8
type Dur int64
type Str string

const (
	Huge          = 1 << 500
	Tiny          = 1.0 / Huge
	Third         = 1.0 / 3
	Sum           = Third + Third + Third
	Mask          = ^Bits(0)
	Neg           = -5 % 3
	Div           = -7 / 2
	Shift         = 1.0 << 3
	Rune          = 'a' + 1.0
	Cplx          = (1 + 2i) * (3 - 1i)
	Real          = real(Cplx)
	Abs           = 3 + 0i
	IntC  int     = 3 + 0i
	S             = "con" + "st"
	L             = len(S + "é")
	B             = "a" < "b" && !(1 > 2)
	Sec   Dur     = 1e9
	Min           = Sec * 60
	T             = Str("x") + "y"
	F32   float32 = 0.1
	F64           = float64(F32)
	U             = uint8(255)
	Big           = math.MaxUint64
	Q             = Huge / (Huge >> 3)
	X             = 0x1p-2 + 0b11 + 0o17 + 1_000
	Mod           = 7.0 / 2
	IDiv          = 7 / 2
	Mix           = 7 / 2.0
	M1            = -1 << 3
	And           = 6&^2 | 1 ^ 8
	Arr           = len([3]int{}) + cap([2]string{})
	Mx            = max(1, 2.5, 'a')
	Mn            = min("b", "a")
)

const (
	i0 = iota * 1.5
	i1
	i2, j2 = iota, -iota
	i3, j3
	_, _
	i5, j5
)

var s uint = 3
var (
	v1       = 1 << s
	v2 int64 = 1 << s
	v3       = uint8(1<<s) << 5
	v4       = 1.0<<3 == 8
	v5       = make([]int, 1<<s)
	v6       = [10]int{}[1<<s]
	v7       = float64(1 << 3)
	v8 uint8 = 1<<s + 1
)

func main() {
	fmt.Println(Tiny > 0, Sum == 1, Mask, Neg, Div, Shift, Rune, Cplx, Real, Abs, IntC, S, L, B, Min, T)
	fmt.Println(F32, F64, U, uint64(Big), Q, X, Mod, IDiv, Mix, M1, And, Arr, Mx, Mn)
	fmt.Println(i0, i1, i2, j2, i3, j3, i5, j5)
	fmt.Println(v1, v2, v3, v4, len(v5), v6, v7, v8)
	fmt.Printf("%T %T %T %T %T %T %T %T\n", Rune, Cplx, Mix, IDiv, Min, T, Mask, Mx)
	const local = Huge >> 498
	var f float32 = local
	var c complex64 = Third
	fmt.Println(f, c, local*2, float32(Third) == Third, uint32(1<<32-1), int8(-128), Huge>>499 == 2)
	fmt.Println(math.MaxInt64, math.MinInt64, math.Pi, float32(math.Pi), math.SmallestNonzeroFloat64, math.MaxFloat32)
	fmt.Println('\x41', '\u00e9', '\'', "\a\b\t\"\x00\377\u00e9"[7], `raw\n`, "\U0001F600", len("\xff\u00ff"))
	fmt.Println(0.1+0.2, float32(0.1)+float32(0.2), 1e400/1e399, 1/Third, 5.0/3, 1e3 == 1000, 0x10, 010)
	const huge = 1e1000
	fmt.Println(huge/1e999, int(huge/1e998), -huge < 0, string(rune(65+Arr)))
}
