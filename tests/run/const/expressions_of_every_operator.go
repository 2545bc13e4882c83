package main

import (
	"fmt"
	"math"
)

const (
	a = 7 / 2 * 2.0
	b = 7 / 2.0 * 2
	c = 1<<10 - 1&0xf | 3 ^ 5
	d = -5 % 3
	e = "a" + "b" + `c`
	f = len(e) << 1
	g = !(a > b) && e == "abc"
	h = 'a' + 1.0
	i = 5.0 == 5
	j = 0.1 + 0.2 == 0.3
	k = ^0
	l = ^uint8(1)
	m = -math.MaxInt64 - 1
	n = math.MaxUint64 / 3
	o = 1 / 3.0 * 3
	p = complex(1, 2) * 1i
	q = real(p) + imag(p)
	r = uint32(1<<32 - 1)
	s = 1_000 * 1e-3
	t = 0x1p-2 + 0b11
	u = 3 &^ 1
	v = "x" < "y"
	w = 10 >> 1.0
	x = 'z' - 'a'
	y = 1000 % 7
)

func main() {
	fmt.Println(a, b, c, d, e, f, g, h, i, j, k, l)
	fmt.Println(m, uint64(n), o, p, q, r, s, t, u, v, w, x, y)
	fmt.Printf("%T %T %T %T %T %T\n", a, h, p, q, s, x)
	const big = 1 << 200
	fmt.Println(big>>190, float64(big), big/(1<<198), big%1000)
	const third = 1.0 / 3
	var f32 float32 = third
	fmt.Println(f32, float64(third), third*3 == 1)
	const huge = 1e1000 / 1e997
	fmt.Println(huge, int(huge))
}
