package main

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %v\n", name, r)
		}
	}()
	f()
}

func main() {
	var x big.Rat
	fmt.Println(&x, x.Num(), x.Denom(), x.Sign(), x.IsInt(), x.RatString(), x.FloatString(2))
	values := []*big.Rat{new(big.Rat), big.NewRat(1, 2), big.NewRat(-1, 3), big.NewRat(6, -4), big.NewRat(7, 1), big.NewRat(-22, 7), big.NewRat(1, math.MaxInt64), big.NewRat(math.MinInt64, 2)}
	for _, a := range values {
		for _, b := range values {
			fmt.Print(a, " ", b, ": ", a.Cmp(b), " ", new(big.Rat).Add(a, b), " ", new(big.Rat).Sub(a, b), " ", new(big.Rat).Mul(a, b), " ")
			try("Quo", func() { fmt.Print(new(big.Rat).Quo(a, b)) })
			fmt.Println()
		}
		try("Inv", func() { fmt.Println(new(big.Rat).Inv(a)) })
		f32, exact32 := a.Float32()
		f64, exact64 := a.Float64()
		n, exact := a.FloatPrec()
		fmt.Println(new(big.Rat).Neg(a), new(big.Rat).Abs(a), f32, exact32, f64, exact64, n, exact, a.IsInt(), a.RatString())
		for prec := range 5 {
			fmt.Print(a.FloatString(prec), " ")
		}
		buf, err := a.GobEncode()
		var back big.Rat
		fmt.Printf("%x %v %v %v\n", buf, err, back.GobDecode(buf), &back)
	}
	try("NewRat", func() { big.NewRat(1, 0) })
	try("SetFrac", func() { new(big.Rat).SetFrac(big.NewInt(1), new(big.Int)) })
	try("SetFrac64", func() { new(big.Rat).SetFrac64(1, 0) })
	fmt.Println(new(big.Rat).SetFrac64(10, -4), new(big.Rat).SetInt64(-3), new(big.Rat).SetUint64(math.MaxUint64), new(big.Rat).SetInt(big.NewInt(12)))
	fmt.Println(new(big.Rat).SetFloat64(0.1), new(big.Rat).SetFloat64(-2.5), new(big.Rat).SetFloat64(1e20), new(big.Rat).SetFloat64(math.Inf(1)), new(big.Rat).SetFloat64(5e-324).Denom().BitLen())
	for _, s := range []string{"1/2", "1/0", "-4/6", "1/-2", "1.5/2", "1e3", "1e-3", "1p3", "0x10/0x4", "1_000/3", "1.25e+2", "0x1.8p1", "1/2x", "3/", "/3", "0x1e2", "0b101/2", "0o17", "017/3",
		"1.5_0", "1/+2", "", "-", "-0", "+3", ".5", "5.", "1.2.3", "x", "0.000", "1__0"} {
		r, ok := new(big.Rat).SetString(s)
		fmt.Printf("%q %v %v\n", s, r, ok)
	}
	var a, b big.Rat
	n, err := fmt.Sscan("3/4 -1.25", &a, &b)
	fmt.Println(n, err, &a, &b)
	n, err = fmt.Sscanf("7/2", "%d", &a)
	fmt.Println(n, err)
	text, err := json.Marshal([]*big.Rat{&a, big.NewRat(4, 2)})
	fmt.Println(string(text), err)
	var list []*big.Rat
	fmt.Println(json.Unmarshal([]byte(`["1/3","0.25"]`), &list), list)
	fmt.Println(a.UnmarshalText([]byte("no")))
	fmt.Printf("%v %s %d\n", big.NewRat(1, 3), big.NewRat(1, 3), big.NewInt(5))
	// A sum, and an aliased one.
	h := new(big.Rat)
	for i := int64(1); i <= 30; i++ {
		h.Add(h, big.NewRat(1, i))
	}
	fmt.Println(h, h.FloatString(40))
	h.Mul(h, h).Sub(h, h)
	fmt.Println(h)

	// Int: Divide, ModSqrt, gob.
	for _, x := range []int64{7, -7, 8, -8, 9, -9, 10, -10, 12, 0} {
		for _, y := range []int64{4, -4, 3, -3} {
			for _, mode := range []big.RoundingMode{big.Trunc, big.Floor, big.Round, big.Ceil} {
				q, r := new(big.Int).Divide(big.NewInt(x), big.NewInt(y), new(big.Int), mode)
				fmt.Print(x, "/", y, " ", mode, ": ", q, " ", r, "; ")
			}
			fmt.Println()
		}
	}
	for _, p := range []int64{3, 5, 7, 13, 17, 29, 41, 97, 193, 65537} {
		for x := int64(0); x < 12; x++ {
			z := new(big.Int).ModSqrt(big.NewInt(x), big.NewInt(p))
			fmt.Print(z, " ")
		}
		fmt.Println()
	}
	p, _ := new(big.Int).SetString("115792089237316195423570985008687907853269984665640564039457584007908834671663", 10)
	root := new(big.Int).ModSqrt(big.NewInt(7), p)
	fmt.Println(root, new(big.Int).ModSqrt(big.NewInt(-1), p))
	for _, x := range []int64{0, 1, -1, 255, 256, math.MinInt64} {
		buf, err := big.NewInt(x).GobEncode()
		var back big.Int
		fmt.Printf("%x %v %v %v\n", buf, err, back.GobDecode(buf), &back)
	}
	fmt.Println(new(big.Int).GobDecode([]byte{9}), new(big.Rat).GobDecode([]byte{9}), new(big.Float).GobDecode([]byte{9}), new(big.Float).GobDecode([]byte{9, 9, 9, 9, 9, 9, 9}))
}
