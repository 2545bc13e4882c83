package main

import (
	"fmt"
	"math"
)

// The results of every function at many arguments, as one number, and at one
// argument, as it prints.

var state uint64 = 2463534242

func random() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

var special = []float64{
	0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, 3, 10, math.Pi, math.Pi / 2, math.Pi / 4, 1e-300, -1e300, 5e-324, 1e-310, math.MaxFloat64,
	math.Inf(1), math.Inf(-1), math.NaN(), 1 << 29, 1 << 53, 709.78, -745.13, 21, 33, 171.5, -33.5, 1.25, 6, 28, 1e10, 1e17, -3, -2.5, 1e-9,
}

func argument(i int) float64 {
	if i < len(special) {
		return special[i]
	}
	x := random()
	switch i % 4 {
	case 0:
		return math.Float64frombits(x)
	case 1:
		return float64(int64(x)) / (1 << 63)
	case 2:
		return float64(int64(x)) / (1 << 56)
	}
	return float64(int64(x)>>55) / 4
}

func add(h uint64, f float64) uint64 {
	b := math.Float64bits(f)
	if f != f {
		b = 1
	}
	return (h ^ b) * 1099511628211
}

func main() {
	fmt.Println(math.E, math.Pi, math.Phi, math.Sqrt2, math.SqrtE, math.SqrtPi, math.SqrtPhi, math.Ln2, math.Log2E, math.Ln10, math.Log10E)
	fmt.Println(math.MaxFloat32, math.SmallestNonzeroFloat32, math.MaxFloat64, math.SmallestNonzeroFloat64)
	fmt.Println(math.MaxInt, math.MinInt, math.MaxInt8, math.MinInt8, math.MaxInt16, math.MinInt16, math.MaxInt32, math.MinInt32, math.MaxInt64, math.MinInt64)
	fmt.Println(uint(math.MaxUint), math.MaxUint8, math.MaxUint16, math.MaxUint32, uint64(math.MaxUint64))

	for _, f := range []struct {
		name string
		f    func(float64) float64
	}{
		{"Abs", math.Abs}, {"Acos", math.Acos}, {"Acosh", math.Acosh}, {"Asin", math.Asin}, {"Asinh", math.Asinh}, {"Atan", math.Atan}, {"Atanh", math.Atanh},
		{"Cbrt", math.Cbrt}, {"Ceil", math.Ceil}, {"Cos", math.Cos}, {"Cosh", math.Cosh}, {"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Erfcinv", math.Erfcinv},
		{"Erfinv", math.Erfinv}, {"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Floor", math.Floor}, {"Gamma", math.Gamma}, {"J0", math.J0},
		{"J1", math.J1}, {"Log", math.Log}, {"Log10", math.Log10}, {"Log1p", math.Log1p}, {"Log2", math.Log2}, {"Logb", math.Logb}, {"Round", math.Round},
		{"RoundToEven", math.RoundToEven}, {"Sin", math.Sin}, {"Sinh", math.Sinh}, {"Sqrt", math.Sqrt}, {"Tan", math.Tan}, {"Tanh", math.Tanh},
		{"Trunc", math.Trunc}, {"Y0", math.Y0}, {"Y1", math.Y1},
	} {
		h := uint64(0)
		for i := range 400 {
			h = add(h, f.f(argument(i)))
		}
		fmt.Println(f.name, h, f.f(0.7), f.f(12.3))
	}
	for _, f := range []struct {
		name string
		f    func(float64, float64) float64
	}{
		{"Atan2", math.Atan2}, {"Copysign", math.Copysign}, {"Dim", math.Dim}, {"Hypot", math.Hypot}, {"Max", math.Max}, {"Min", math.Min}, {"Mod", math.Mod},
		{"Nextafter", math.Nextafter}, {"Pow", math.Pow}, {"Remainder", math.Remainder},
	} {
		h := uint64(0)
		for i := range len(special) {
			for j := range len(special) {
				h = add(h, f.f(special[i], special[j]))
			}
		}
		for i := range 400 {
			h = add(h, f.f(argument(i+40), argument(i+41)))
		}
		fmt.Println(f.name, h, f.f(0.7, 3), f.f(-12.3, 2.5))
	}
	h := uint64(0)
	for i := range 600 {
		x, y, z := argument(i), argument(i+40), argument(i+81)
		n := int(random()>>33)%70 - 20
		frac, exp := math.Frexp(x)
		h = add(add(h, frac), float64(exp))
		h = add(h, math.Ldexp(x, n*20))
		integer, fraction := math.Modf(x)
		h = add(add(h, integer), fraction)
		s, c := math.Sincos(x)
		h = add(add(h, s), c)
		l, sign := math.Lgamma(x)
		h = add(add(h, l), float64(sign))
		h = add(add(h, math.Jn(n, x)), math.Yn(n, y))
		h = add(add(h, math.Pow10(n*10)), float64(math.Ilogb(x)))
		h = add(h, math.FMA(x, y, z))
		a, b := float32(x), float32(y)
		h = add(h, float64(math.Nextafter32(a, b)))
		h ^= uint64(math.Float32bits(math.Float32frombits(uint32(i * 7654321))))
		for _, is := range []bool{math.IsNaN(x), math.IsInf(x, 0), math.IsInf(x, 1), math.IsInf(x, -1), math.Signbit(x)} {
			h *= 31
			if is {
				h++
			}
		}
	}
	fmt.Println(h, math.NaN(), math.Inf(1), math.Inf(-1), math.Inf(0))
}
