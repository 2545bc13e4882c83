package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"", "1", "i", "2i", "-2i", "1+2i", "(1-2i)", "1++2i", "1+-2i", "NaN+NaNi", "inf-Infi", "1e400+2i", "1+1e400i", "1+2", "1 + 2i", "(1+2i", "0x1p3+0x1p-1i", "3.4e39i", "+i"} {
		c, err := strconv.ParseComplex(s, 128)
		fmt.Println(c, err)
		c, err = strconv.ParseComplex(s, 64)
		fmt.Println(c, err)
	}
	for _, c := range []complex128{0, 1 + 2i, -1.5 - 0.25i, complex(math.Inf(1), math.NaN()), complex(0, math.Copysign(0, -1))} {
		fmt.Println(strconv.FormatComplex(c, 'g', -1, 128), strconv.FormatComplex(c, 'f', 2, 64), strconv.FormatComplex(c, 'e', 3, 128))
	}
	for _, s := range []string{"1", "t", "T", "true", "TRUE", "True", "0", "f", "F", "false", "FALSE", "False", "tRUE", "", "yes"} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	fmt.Println(strconv.FormatBool(true), strconv.FormatBool(false), string(strconv.AppendBool([]byte("is "), true)))
}
