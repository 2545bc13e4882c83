// Sums and differences of products, of all types of numbers: rounded and wrapped as if each were computed by itself.
package main

import (
	"fmt"
	"math"
)

type meters float64

var calls int

func next(n int) int { calls = calls*10 + n; return n }

type point struct{ x, y float64 }

func main() {
	a, b, c, d := 7, -3, 11, math.MaxInt64
	fmt.Println(a*b+c, c+a*b, a*b+c*a, a*5+b, b+5*a, a*5-b, c-a*b, d*d+a, d*2+d)
	a += b * c
	fmt.Println(a)
	a -= b * c
	fmt.Println(a)
	a += b * 7
	fmt.Println(a)

	u, v := uint64(math.MaxUint64), uint64(3)
	fmt.Println(u*v+v, v+u*u, u*9+u)
	i8, j8 := int8(100), int8(3)
	fmt.Println(i8*j8+j8, j8+i8*2, i8*j8-i8)
	u32 := uint32(math.MaxUint32)
	fmt.Println(u32*u32+7, 7+u32*3)
	i32 := int32(math.MaxInt32)
	fmt.Println(i32*i32+i32, i32+i32*5)

	x, y, z := 0.1, 0.2, 0.3
	fmt.Println(x*y+z, z+x*y, x*y-z, z-x*y, x*y+y*z, x*y-y*z)
	x += y * z
	fmt.Println(x)
	x -= y * z
	fmt.Println(x)
	// One rounding less would give another result.
	big := 1.0 + 1.0/(1<<30)
	fmt.Println(big*big-1, 1-big*big, big*big+(-1))
	inf, zero := math.Inf(1), 0.0
	fmt.Println(inf*zero+1, zero*-1+zero, zero-zero*1, -zero*1-zero)
	f, g := float32(0.1), float32(0.7)
	fmt.Println(f*g+f, f-f*g, f*g-g)
	m := meters(2.5)
	fmt.Println(m*m+1, 1+m*m-m)
	cx := complex(1, 2)
	fmt.Println(cx*cx+cx, cx-cx*cx)
	s := "n"
	s += "a" + "b"
	fmt.Println(s)

	// Operands are evaluated in order.
	fmt.Println(next(1)*next(2)+next(3), next(4)+next(5)*next(6), next(7)*next(8)+next(9)*next(1), calls)

	p := &point{3, 4}
	fmt.Println(p.x*p.x+p.y*p.y, (p.x*p.y)+(p.x*2), p.x*p.y-(p.y*p.y))
	grid, w := make([]int, 12), 4
	for i := range 3 {
		for j := range w {
			grid[i*w+j] = i*10 + j
		}
	}
	fmt.Println(grid, grid[1*w+2])
	h := uint64(14695981039346656037)
	for _, r := range "hash" {
		h = h*1099511628211 + uint64(r)
	}
	seed := uint32(1)
	for range 5 {
		seed = seed*1664525 + 1013904223
	}
	fmt.Println(h, seed)
	sums := map[string]int{}
	sums["k"] += a * 2
	sums["k"] += a * b
	fmt.Println(sums)
	const k = 3
	fmt.Println(k*a+k, k+k*a, 2*k+a)
}
