package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

func bits(h uint64, z complex128) uint64 {
	for _, f := range []float64{real(z), imag(z)} {
		b := math.Float64bits(f)
		if f != f {
			b = 0x7ff8000000000001 // which NaN it is depends on the machine
		}
		h = h*1099511628211 ^ b
	}
	return h
}

func main() {
	functions := []struct {
		name string
		f    func(complex128) complex128
	}{
		{"Acos", cmplx.Acos}, {"Acosh", cmplx.Acosh}, {"Asin", cmplx.Asin}, {"Asinh", cmplx.Asinh}, {"Atan", cmplx.Atan}, {"Atanh", cmplx.Atanh},
		{"Conj", cmplx.Conj}, {"Cos", cmplx.Cos}, {"Cosh", cmplx.Cosh}, {"Cot", cmplx.Cot}, {"Exp", cmplx.Exp}, {"Log", cmplx.Log}, {"Log10", cmplx.Log10},
		{"Sin", cmplx.Sin}, {"Sinh", cmplx.Sinh}, {"Sqrt", cmplx.Sqrt}, {"Tan", cmplx.Tan}, {"Tanh", cmplx.Tanh},
	}
	parts := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.25, 2, -3, math.Pi / 2, 1e-10, -1e-300, 30, -750, 1e10, 3e18, -1e300, math.Inf(1), math.Inf(-1), math.NaN()}
	state := uint64(7)
	for range 40 {
		state = state*6364136223846793005 + 1442695040888963407
		parts = append(parts, float64(int64(state))/float64(uint64(1)<<(state>>58)))
	}
	for _, fn := range functions {
		h := uint64(14695981039346656037)
		for _, re := range parts {
			for _, im := range parts {
				h = bits(h, fn.f(complex(re, im)))
			}
		}
		fmt.Println(fn.name, h, fn.f(0.3+0.4i), fn.f(-2+5i))
	}
	h := uint64(0)
	for _, a := range parts[:24] {
		for _, b := range parts[:24] {
			for _, y := range []complex128{0, 2, -1, 0.5i, 1 + 1i, -2 - 3i, complex(math.NaN(), 0), complex(0, math.Inf(1))} {
				h = bits(h, cmplx.Pow(complex(a, b), y))
			}
			r, theta := cmplx.Polar(complex(a, b))
			h = bits(h, cmplx.Rect(a, b))
			h = bits(h, complex(r, theta))
			h = bits(h, complex(cmplx.Abs(complex(a, b)), cmplx.Phase(complex(a, b))))
			if cmplx.IsInf(complex(a, b)) {
				h++
			}
			if cmplx.IsNaN(complex(a, b)) {
				h += 2
			}
		}
	}
	fmt.Println(h, cmplx.Inf(), cmplx.NaN(), cmplx.Pow(1+2i, 3-1i), cmplx.Abs(3+4i))
}
