package main

import (
	"fmt"
	"math"
)

const (
	Big   = 1 << 100
	Huge  = Big * Big * Big / 3
	Four  = Big >> 98
	Frac  = 1.0 / 3
	Exact = Frac * 3
	Tiny  = 1e-400 * 1e400
	Sum   = 0.1 + 0.2
	Over  = 1e4000 / 1e3999
	Cplx  = (1 + 2i) * (3 - 4i) / 5
	Neg   = -Big / Big
	Mask  = ^uint8(0x0f)
	Inv   = ^0
	Big2  = Big - 1 | 1
	Eps   = 1 - 0x1p-200
	Deep  = (1<<64 - 1) % 1000003
	Or    = 'a' | 0x80
	Mod   = -7 % 3
	Div   = -7 / 2
	And   = -1 & (1<<70 - 1) >> 66
)

const (
	Pi100 = 3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955058223172535940812848111745028410270193852110555964462294895493038196
	Diff  = Pi100*1e30 - 3141592653589793238462643383279.0
)

type Weekday int8
type Kelvin float32
type Flag bool
type Name string

const (
	Sun  Weekday = iota + 100
	Mon
	_
	Wed
	K    Kelvin = 1.0 / 3
	Yes  Flag   = Sun < Mon
	N    Name   = "a" + `b` + "\x63"
	L           = len(N)
	Same        = N == "abc"
	Wide        = Weekday(Wed - Sun)
	UP          = uintptr(1) << 40
	Cc   complex64 = 1.5 + 2i
	R           = real(Cc)
	Im          = imag(3 + 4i)
	Sz          = uintptr(4) + uintptr(len([3]int{}))
	ArrLen      = len([...]string{5: "x"})
	CapLen      = cap([7]int{}) * 2
	Chan        = len([1]chan int{})
)

func main() {
	fmt.Println(Four, Exact == 1, Tiny == 1, Sum == 0.3, float64(Sum), Over, Cplx, Neg, Mask, Inv, Big2 == Big-1, Eps < 1, 1-Eps > 0, Deep, Or, Mod, Div, And)
	fmt.Println(Huge/Big/Big > Big/4, Huge%10, float64(Huge), Diff, Frac*1e20)
	fmt.Println(Sun, Mon, Wed, K, Yes, N, L, Same, Wide, UP, Cc, R, Im, Sz, ArrLen, CapLen, Chan)
	fmt.Printf("%T %T %T %T %T %T %T %T %T %T\n", Or, Sum, Cplx, K, Yes, N, R, Im, Sz, 'a'*1.0)
	fmt.Printf("%T %T %T %T %T\n", 1+2.0, 1+'a', 'a'+1.0, 1i*1i, 2.0<<3)
	// The kind of an untyped constant can become smaller when the value allows it.
	var a [2.0]int
	var b int = 4.0 + 0i
	var c uint8 = 'a' + 1.0
	var d rune = 97.0
	var e float32 = 3 + 0i
	var f = 5 / 2 * 2.0
	var g = 5 / 2.0
	var h = 'x' / 'y' * 1.5
	var i complex64 = 'a'
	fmt.Println(len(a), b, c, d, e, f, g, h, i)
	fmt.Println(7/2, 7/2., -7/2, 7%-3, -7%3, 7.0/2, 1/3.0*3 == 1, 1<<3.0, 1.0<<3, 0x10p1>>2)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.SmallestNonzeroFloat64, math.MaxFloat32, float32(math.MaxFloat32))
	fmt.Println(float32(0.1), float64(float32(0.1)), float32(1<<24+1), float64(1<<53+1), float32(16777217.0), int64(float64(1<<53+1)))
	fmt.Println(float32(3.4028235677973366e38-1e30), float32(1e-46) == 0, 1e-400 == 0, float64(1e-400), -1e-400, 1/(1e-400) > 1)
	fmt.Println(int(1e3), uint(1e19), int64(-1<<63), 1e3 == 1000, int8(-128), uint32(1<<32-1), string(rune(65)), complex(1, 2), complex64(1e-50))
	fmt.Println("abc" < "abd", "a"+"b" == "ab", true && !false, 'a' < 'b', 1+1i == 1+1i, 2 > 1.5, "é"[0], len("日本"), Name("x")+"y")
	fmt.Println(min(1, 2.5, 'a'), max(1, 2.5, 'a'), min("b", "a"), max(N, "z"), min(3, 1<<2))
	const local, other = iota, iota * 2.5
	const (
		x, y = 1 << iota, -iota
		_, _
		z, w
	)
	fmt.Println(local, other, x, y, z, w)
	const huge = 1 << 500
	fmt.Println(huge>>490, huge/(huge-1), float64(huge>>1<<1) == huge, uint64(huge>>437&math.MaxUint64))
	fmt.Println(0.1+0.2 == 0.3, x*0.1*3 == .3, 9007199254740993.0, 1e23, 5e-324, 2.2250738585072011e-308)
	fmt.Println(math.Pi*1e15, math.E, float32(math.Sqrt2), math.Phi-1.618, math.Ln2*math.Log2E == 1, float32(1)/3, float64(1)/3)
}
