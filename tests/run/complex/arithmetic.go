package main

import (
	"fmt"
	"math/cmplx"
)

func main() {
	a, b := 3+4i, 1-2i
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b)
	fmt.Println(real(a), imag(a), cmplx.Abs(a))
	var c complex64 = complex(1.5, -2.5)
	c *= 2
	c += 1i
	fmt.Printf("%v %T %T %T\n", c, c, real(c), imag(c))
	x, y := 1.0, 2.0
	z := complex(x, y)
	fmt.Println(z, z*z, 1/z, z == 1+2i)
	const k = 2i * 2i
	fmt.Println(k, real(k), imag(3i))
	var n int = real(4 + 0i)
	fmt.Println(n, complex128(c))
	m := map[complex128]string{1i: "i", 1: "one"}
	fmt.Println(m[1i], m[complex(1, 0)])
	fmt.Printf("%.2f %8.3f %g %e\n", a/7, a, a, b)
	zero := 0.0
	fmt.Println(complex(1/zero, zero/zero))
	arr := [2]complex64{1, 2i}
	p := &arr[1]
	*p += 1
	fmt.Println(arr)
}
