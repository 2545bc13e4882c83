package main

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"strings"
)

var modes = []big.RoundingMode{big.ToNearestEven, big.ToNearestAway, big.ToZero, big.AwayFromZero, big.ToNegativeInf, big.ToPositiveInf}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %T %v\n", name, r, r)
		}
	}()
	f()
}

func main() {
	// Rounding.
	for _, s := range []string{"5.5", "2.5", "1.6", "1.1", "1", "-1", "-1.1", "-1.6", "-2.5", "-5.5", "0.09375", "255.5", "256.5"} {
		for _, mode := range modes {
			for _, prec := range []uint{1, 2, 3, 8, 53} {
				f, b, err := big.ParseFloat(s, 10, prec, mode)
				fmt.Print(s, " ", mode, " ", prec, ": ", f, " ", f.Acc(), " ", b, " ", err, " ", f.MinPrec(), "; ")
			}
			fmt.Println()
		}
	}
	fmt.Println(big.RoundingMode(9), big.Below, big.Exact, big.Above, big.Accuracy(-1))

	// Operations, with special values.
	var values []*big.Float
	for _, s := range []string{"0", "-0", "Inf", "-Inf", "1", "-1", "1.5", "-0.1", "1e100", "3.14159", "1e-300", "0x1p-1074", "123456789.125"} {
		f, _, err := big.ParseFloat(s, 0, 70, big.ToNearestEven)
		if err != nil {
			panic(err)
		}
		values = append(values, f)
	}
	ops := []struct {
		name string
		do   func(z, x, y *big.Float) *big.Float
	}{{"+", (*big.Float).Add}, {"-", (*big.Float).Sub}, {"*", (*big.Float).Mul}, {"/", (*big.Float).Quo}}
	for _, x := range values {
		for _, y := range values {
			fmt.Print(x, " ", y, ": ", x.Cmp(y))
			for i, op := range ops {
				try(op.name, func() {
					z := new(big.Float).SetMode(modes[(i+len(x.String()))%len(modes)]).SetPrec(uint(20 + 17*i))
					op.do(z, x, y)
					fmt.Print(" | ", z, " ", z.Acc())
				})
			}
			fmt.Println()
		}
	}
	for _, x := range values {
		try("Sqrt", func() {
			z := new(big.Float).Sqrt(x)
			fmt.Println(x, z.Text('p', 0), z.Text('g', -1), z.Prec())
		})
		u, acc := x.Uint64()
		fmt.Print(u, " ", acc, " ")
		n, acc := x.Int64()
		fmt.Print(n, " ", acc, " ")
		f32, acc := x.Float32()
		fmt.Print(f32, " ", acc, " ")
		f64, acc := x.Float64()
		fmt.Print(f64, " ", acc, " ")
		i, acc := x.Int(nil)
		fmt.Print(i, " ", acc, " ")
		if e := x.MantExp(nil); e > -100 {
			r, acc := x.Rat(nil)
			fmt.Print(r, " ", acc, " ")
		}
		m := new(big.Float)
		e := x.MantExp(m)
		fmt.Println(m, e, x.Sign(), x.Signbit(), x.IsInf(), x.IsInt(), new(big.Float).SetMantExp(m, e+3), new(big.Float).Neg(x), new(big.Float).Abs(x))
	}
	try("NewFloat", func() { big.NewFloat(math.NaN()) })
	try("SetFloat64", func() { new(big.Float).SetFloat64(math.NaN()) })

	// To floats of the machine.
	for _, s := range []string{"1e-45", "0.7e-45", "0.70064923216240853546186479164495806564013097093825788587853e-45", "0.8e-45", "1.2e-38", "1.17549432e-38", "3.4e38", "3.5e38", "-3.41e38",
		"5e-324", "2e-324", "2.4703282292062327208e-324", "2.5e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "1.797693134862315808e308", "-1e309", "9007199254740993", "0.1", "1e400"} {
		f, _, _ := big.ParseFloat(s, 10, 300, big.ToNearestEven)
		a, acc32 := f.Float32()
		b, acc64 := f.Float64()
		fmt.Println(s, a, acc32, b, acc64)
		if r, ok := new(big.Rat).SetString(s); ok {
			a, exact32 := r.Float32()
			b, exact64 := r.Float64()
			fmt.Println(" ", a, exact32, b, exact64)
		}
	}
	for _, x := range []int64{0, 1, -1, math.MaxInt64, math.MinInt64, 1 << 53, 1<<53 + 1} {
		f := new(big.Float).SetInt64(x)
		n, acc := f.Int64()
		g := new(big.Float).SetPrec(53).SetInt64(x)
		fmt.Println(f, f.Prec(), n, acc, g, g.Acc(), f.Text('f', 0), g.Text('b', 0))
	}
	fmt.Println(new(big.Float).SetUint64(math.MaxUint64), new(big.Float).SetInt(new(big.Int).Exp(big.NewInt(3), big.NewInt(100), nil)),
		new(big.Float).SetRat(big.NewRat(1, 3)), new(big.Float).SetRat(big.NewRat(7, 1)))

	// Texts.
	for _, s := range []string{"0", "1", "-1.5", "123456789", "0.000001234", "1e21", "1e-7", "99.995", "9.9999999", "1e1000", "1e-1000", "0.1", "0.3333333333333333333333", "Inf", "-Inf", "-0", "255", "65535.99"} {
		for _, prec := range []uint{10, 24, 53, 64, 200} {
			f, _, _ := big.ParseFloat(s, 10, prec, big.ToNearestEven)
			for _, format := range []byte("eEfgGbpx") {
				if format == 'f' && len(f.Text('e', 3)) > 9 {
					continue
				}
				fmt.Print(f.Text(format, -1), " ", f.Text(format, 0), " ", f.Text(format, 3), " ", f.Text(format, 12), " ")
			}
			fmt.Println(f.Text('q', 1), f.String())
		}
	}
	f := big.NewFloat(-1234.5678)
	fmt.Printf("%v|%g|%G|%e|%E|%f|%F|%b|%x|%s|%d|%q\n", f, f, f, f, f, f, f, f, f, f, f, f)
	fmt.Printf("%.3g|%10.2f|%-10.2f|%010.2f|%+.1f|% .1f|%20v|%-20v|\n", f, f, f, f, f.Neg(f), f, f, f)
	fmt.Printf("%v %+v % v %10v %-10v %010v\n", new(big.Float).SetInf(false), new(big.Float).SetInf(false), new(big.Float).SetInf(false),
		new(big.Float).SetInf(true), new(big.Float).SetInf(true), new(big.Float).SetInf(true))

	// Reading.
	for _, s := range []string{"", "x", "-", "1x", "1e", "1_0", "_1", "1__0", "1_", "0x", "0x.8", "0x1.8p1", "0b1.1", "0o17", "017", "1.", ".", ".5", "1e5", "1p5", "1e1_0",
		"0b1e3", "+inf", "infinity", "1.2.3", "1 ", "0x1_0.8p3", "1E+3", "0o8", "1e99999999999999999999", "1p99999999999", "0e5", "1e50000", "1e-50000", "1e1000000000", "1e-1000000000"} {
		for _, base := range []int{0, 2, 10, 16} {
			f, b, err := new(big.Float).Parse(s, base)
			fmt.Printf("%q %d: %v %d %v; ", s, base, f, b, err)
		}
		f, ok := new(big.Float).SetString(s)
		fmt.Println(f, ok)
	}
	var a, b big.Float
	n, err := fmt.Sscan("1.25e3 0x10p2", &a, &b)
	fmt.Println(n, err, &a, &b)
	n, err = fmt.Sscanf("x=-17.5!", "x=%f!", &a)
	fmt.Println(n, err, &a)

	// Long computations: e, pi and a cycle of operations.
	e := new(big.Float).SetPrec(400).SetInt64(1)
	term := new(big.Float).SetPrec(400).SetInt64(1)
	for i := int64(1); i < 90; i++ {
		term.Quo(term, new(big.Float).SetInt64(i))
		e.Add(e, term)
	}
	fmt.Println(e.Text('f', 110))
	x := new(big.Float).SetPrec(100).SetMode(big.ToZero).SetFloat64(0.7)
	k := new(big.Float).SetPrec(100).SetFloat64(3.57)
	one := big.NewFloat(1)
	for range 200 {
		y := new(big.Float).Sub(one, x)
		x.Mul(x, k)
		x.Mul(x, y)
	}
	fmt.Println(x.Text('g', -1), x.Acc(), x.Mode())

	// Precision, copies, and what is exact.
	p := new(big.Float).SetPrec(100)
	p.SetString("3.14159265358979323846264338327950288")
	for _, prec := range []uint{60, 30, 10, 3, 1, 0} {
		p.SetPrec(prec)
		fmt.Println(p, p.Prec(), p.Acc(), p.Text('p', 0))
	}
	q := new(big.Float).SetPrec(20).SetMode(big.ToZero)
	q.Set(big.NewFloat(1.23456789))
	r := new(big.Float).Copy(q)
	fmt.Println(q, q.Acc(), r, r.Mode(), r.Prec(), r.Acc(), q.Cmp(r))
	fmt.Println(new(big.Float).Add(new(big.Float).SetPrec(30).SetInt64(1), new(big.Float).SetMantExp(big.NewFloat(1), -100000)).Acc())
	huge := new(big.Float).SetMantExp(big.NewFloat(0.75), big.MaxExp)
	tiny := new(big.Float).SetMantExp(big.NewFloat(0.75), big.MinExp)
	for _, f := range []*big.Float{huge, tiny, new(big.Float).Mul(huge, huge), new(big.Float).Mul(tiny, tiny), new(big.Float).Quo(tiny, huge), new(big.Float).Add(huge, huge),
		new(big.Float).SetMantExp(huge, 1), new(big.Float).SetMantExp(tiny, -1)} {
		fmt.Println(f.Text('p', 0), f.Acc())
	}

	// Other forms.
	text, err := json.Marshal(map[string]*big.Float{"x": big.NewFloat(0.1), "y": nil})
	fmt.Println(string(text), err)
	var back struct{ X *big.Float }
	fmt.Println(json.Unmarshal([]byte(`{"X":"12.5"}`), &back), back.X)
	fmt.Println(back.X.UnmarshalText([]byte("zz")))
	for _, v := range values {
		buf, err := v.GobEncode()
		var w big.Float
		// How many words without a bit stand at the end is not said.
		fmt.Printf("%s %v %v %v\n", strings.TrimRight(fmt.Sprintf("%x", buf), "0"), err, w.GobDecode(buf), w.Text('g', -1))
	}
}
