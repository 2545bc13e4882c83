package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	values := []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1.0 / 3, 2.5, 3.5, 100, 123456, 1234567, 1e20, 1e21, 1e-4, 1e-5, 1e100, 840052268742938.25, 666.54132080078125, 1768.15625,
		math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32, math.SmallestNonzeroFloat32, math.Inf(1), math.Inf(-1), math.NaN(), math.Pi, 5.282945311356653e+269, 1 << 62}
	for _, f := range values {
		for _, format := range "beEfgGxX" {
			for _, prec := range []int{-1, 0, 1, 5, 17, 30} {
				fmt.Print(strconv.FormatFloat(f, byte(format), prec, 64), " ")
			}
			fmt.Println(strconv.FormatFloat(f, byte(format), -1, 32))
		}
	}
	fmt.Println(strconv.FormatFloat(1, 'q', 1, 64), string(strconv.AppendFloat([]byte("<"), 2.5, 'f', 2, 64)))

	for _, s := range []string{"", "1", "+1.5e2", ".5", "5.", ".", "1e", "1x", "1e400", "-1e400", "1e-400", "3.4028236e38", "3.4028235e38", "1_000.5", "1_e2", "0x1p4", "-0X1.8P-1", "0x1", "0x1p-1075",
		"inf", "-Infinity", "+INF", "nan", "+nan", "infinit", "1.7976931348623157e308", "1.7976931348623159e308", "2.2250738585072011e-308", "1.00000000000000011102230246251565404", "1e23", "  1", "0.1 "} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
		f, err = strconv.ParseFloat(s, 32)
		fmt.Println(f, err)
	}
	for _, f := range []func(){
		func() { strconv.FormatFloat(1, 'f', 1, 16) },
		func() { strconv.AppendFloat(nil, 1, 'f', 1, 0) },
		func() { strconv.FormatComplex(1, 'f', 1, 32) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
