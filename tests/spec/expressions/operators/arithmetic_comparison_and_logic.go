package main

import (
	"fmt"
	"math"
)

type V struct {
	a any
	b [2]string
}

func t(s string, b bool) bool { fmt.Print(s, " "); return b }

func shifts[T int8 | uint8 | int64 | uint64](x T) {
	for _, s := range []uint{0, 1, 7, 8, 63, 64, 200} {
		fmt.Print(x<<s, x>>s, " ")
	}
	fmt.Println()
}

func main() {
	for _, p := range [][2]int{{5, 3}, {-5, 3}, {5, -3}, {-5, -3}, {math.MinInt64, -1}} {
		x, y := p[0], p[1]
		fmt.Println(x/y, x%y, x&y, x|y, x^y, x&^y, -x, ^x, +x)
	}
	shifts[int8](-128)
	shifts[uint8](255)
	shifts[int64](-1 << 63)
	shifts[uint64](1<<64 - 1)
	var s uint = 33
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var w int64 = 1.0 << 33
	var u = int64(1.0)<<s != 0
	var v = int64(1)<<s == 2<<s
	var bb = make([]byte, 1<<(s-30))
	var x [4]int
	fmt.Println(i, j, k, w, u, v, len(bb), x[1<<(s-32)], uint8(1)<<7>>7, int8(-1)>>s, -8>>1, uint32(1)<<31>>s)
	var f, g float64 = 1, 0
	inf, nan := f/g, g/g
	fmt.Println(inf, -inf, nan, nan == nan, nan != nan, nan < 1, nan >= 1, inf > math.MaxFloat64, -g == g, 1/-g, math.Signbit(-g))
	fmt.Println(0.1+0.2, float32(0.1)+float32(0.2), 1e16+1, f*3-2, math.FMA(0.1, 10, -1), 0.1*10-1)
	a, b := 0.1, 10.0
	fmt.Println(a*b-1, float64(a*b)-1)
	c := complex(1, -2)
	fmt.Println(c*c, c/c, c+1, 2*c, -c, c == complex(1, -2), c != 1)
	fmt.Println("a"+"b" < "abc", "a" < "B", "é" > "z", "" == "", "x"[0] == 'x')
	fmt.Println(t("1", false) || t("2", true) && t("3", false) || !t("4", false))
	fmt.Println(1+2*3-4/2%3<<1&7|8^2, -2*-3, !true == false, 5 - -3, 7&^3|1<<2, 1<<1+1, 10-2-3, 100/10/2)
	p, q := new(int), new(int)
	var np *int
	fmt.Println(p == q, p == p, np == nil, *p == *q)
	ch := make(chan int)
	var e1, e2 any = 1, 1.0
	var err error
	fmt.Println(ch == ch, e1 == e2, e1 == 1, e2 == 1.0, err == nil, any(err) == nil, any((*int)(nil)) == nil, any(p) == any(p))
	v1, v2 := V{1, [2]string{"a"}}, V{1, [2]string{"a"}}
	fmt.Println(v1 == v2, v1 == V{}, [2]V{v1, v2} == [2]V{v2, v1}, any(v1) == any(v2), struct{}{} == struct{}{})
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(V{a: []int{}} == V{a: 1}, V{a: []int{}, b: [2]string{"x"}} == V{a: []int{}})
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(V{a: []int{}} == V{a: []int{}})
	}()
	var u8 uint8 = 255
	var i8 int8 = -128
	fmt.Println(u8+1, u8*u8, -u8, ^u8, i8-1, -i8, i8*i8, i8/-1, u8<<1, u8+u8>>1, uint16(u8)<<8|uint16(u8))
	var u32 uint32 = 1 << 31
	var i64 int64 = math.MaxInt64
	fmt.Println(u32*2, u32<<1, int32(u32), i64+1, i64*2, uint64(i64)*2+1, -i64-1)
	var sum byte
	for _, c := range "overflow" {
		sum += byte(c)
		sum = sum<<3 | sum>>5
	}
	fmt.Println(sum)
	n := 7
	n = -n&n | ^n>>1
	n++
	fmt.Println(n, 07, 0x1p4, 'a'-'A', "s"+string(rune('a'+1)))
}
