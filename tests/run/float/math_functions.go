package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(-1.5), math.Trunc(-1.5), math.Round(-2.5), math.RoundToEven(2.5))
	fmt.Println(math.Pow(2, 10), math.Mod(7, -3), math.Abs(-3), math.Hypot(3, 4), math.Cbrt(27))
	fmt.Printf("%.10f %.10f %.10f %.10f\n", math.Sin(1), math.Cos(1), math.Tan(1), math.Atan2(1, -1))
	fmt.Printf("%.10f %.10f %.10f\n", math.Exp(1), math.Log(10), math.Log2(8))
	fmt.Println(math.Max(1, math.NaN()), math.Min(-0.0, 0), math.Inf(1))
	fr, ex := math.Frexp(10)
	i, f := math.Modf(-3.25)
	fmt.Println(fr, ex, i, f, math.Ldexp(0.5, 4))
	fmt.Println(math.Float64bits(1.5), math.Float32bits(1.5), math.Float64frombits(0x4009_21fb_5444_2d18))
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.Pi, math.E)
}
