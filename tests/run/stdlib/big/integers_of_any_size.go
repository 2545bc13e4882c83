package main

import (
	"encoding/json"
	"fmt"
	"math/big"
)

func n(s string) *big.Int {
	x, ok := new(big.Int).SetString(s, 0)
	if !ok {
		panic(s)
	}
	return x
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	f := big.NewInt(1)
	for i := int64(1); i <= 50; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f, f.BitLen(), f.TrailingZeroBits(), len(f.Bytes()), f.Sign())
	a, b := big.NewInt(0), big.NewInt(1)
	for range 300 {
		a.Add(a, b)
		a, b = b, a
	}
	fmt.Println(a)
	values := []*big.Int{n("0"), n("1"), n("-1"), n("2"), n("-7"), n("18446744073709551615"), n("18446744073709551616"), n("-18446744073709551617"), n("0xffff_ffff_ffff_ffff_ffff"), n("-9223372036854775808"), n("9223372036854775808"), n("123456789012345678901234567890"), n("-99999999999999999999"), n("0b1011"), n("0o777"), n("0755")}
	for _, x := range values {
		fmt.Println(x, x.Sign(), x.BitLen(), x.IsInt64(), x.IsUint64(), x.Int64(), x.Uint64(), new(big.Int).Neg(x), new(big.Int).Abs(x), new(big.Int).Not(x), x.Text(2), x.Text(36), x.Text(62), x.Bytes(), x.TrailingZeroBits())
		for i := 0; i < 130; i += 13 {
			fmt.Print(x.Bit(i))
		}
		fl, acc := x.Float64()
		fmt.Println("", fl, acc, x.ProbablyPrime(5), new(big.Int).Lsh(x, 70), new(big.Int).Rsh(x, 3), new(big.Int).Rsh(x, 65), new(big.Int).SetBit(x, 66, 1), new(big.Int).SetBit(x, 0, 0))
		for _, y := range values {
			fmt.Print(x.Cmp(y), x.CmpAbs(y), " ", new(big.Int).Add(x, y), new(big.Int).Sub(x, y), new(big.Int).Mul(x, y), new(big.Int).And(x, y), new(big.Int).Or(x, y), new(big.Int).Xor(x, y), new(big.Int).AndNot(x, y))
			if y.Sign() != 0 {
				q, r := new(big.Int).QuoRem(x, y, new(big.Int))
				d, m := new(big.Int).DivMod(x, y, new(big.Int))
				fmt.Print(" ", q, r, d, m, new(big.Int).Quo(x, y), new(big.Int).Rem(x, y), new(big.Int).Div(x, y), new(big.Int).Mod(x, y))
				fmt.Print(" ", new(big.Int).ModInverse(x, y))
			}
			var u, v big.Int
			g := new(big.Int).GCD(&u, &v, x, y)
			fmt.Print(" ", g, new(big.Int).Add(new(big.Int).Mul(&u, x), new(big.Int).Mul(&v, y)).Cmp(g))
			fmt.Println()
		}
	}
	fmt.Println(new(big.Int).Exp(n("3"), n("200"), nil), new(big.Int).Exp(n("-3"), n("5"), n("7")), new(big.Int).Exp(n("123456789"), n("987654321987654321"), n("1000000007")), new(big.Int).Exp(n("2"), n("-1"), n("7")), new(big.Int).Exp(n("2"), n("-1"), n("4")) == nil, new(big.Int).Exp(n("5"), n("0"), nil), new(big.Int).Exp(n("2"), n("-3"), nil), new(big.Int).Exp(n("2"), n("3"), n("0")))
	fmt.Println(new(big.Int).Sqrt(n("152415787532388367501905199875019052100")), new(big.Int).Sqrt(n("99")), new(big.Int).MulRange(5, 25), new(big.Int).MulRange(-3, 3), new(big.Int).MulRange(3, 1), new(big.Int).MulRange(-5, -1), new(big.Int).Binomial(100, 50), new(big.Int).Binomial(3, 5), new(big.Int).Binomial(5, 0))
	for _, s := range []string{"", "-", "+5", "0x", "0xfg", "1_000", "_1", "1_", "1__0", "0_7", "0b12", "09", "00", "-0", " 1", "1 ", "é", "0X1F", "0B1", "0O17"} {
		for _, base := range []int{0, 10, 16, 2, 62} {
			x, ok := new(big.Int).SetString(s, base)
			fmt.Print(x, ok, " ")
		}
		fmt.Println()
	}
	x := n("-255")
	fmt.Printf("%d|%x|%X|%#x|%b|%o|%O|%#o|%s|%v|%8d|%-8d|%08d|%+d|% d|%.6d|%10.6d|%q|%t|%e\n", x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x)
	y := n("12345678901234567890123")
	fmt.Printf("%d|%x|%30d|%-30d|%030d|%+d|%#X|%v|%T\n", y, y, y, y, y, y, y, *y, y)
	var null *big.Int
	fmt.Println(null, fmt.Sprintf("%d %s %v", null, null, null), []*big.Int{n("1"), n("2")}, map[string]*big.Int{"a": n("3")})
	var zero big.Int
	fmt.Println(&zero, zero.String(), zero.Sign(), zero.BitLen(), len(zero.Bits()), zero.Cmp(n("0")))
	js, err := json.Marshal(map[string]any{"n": y, "z": &zero})
	fmt.Println(string(js), err)
	var back struct{ N, M *big.Int }
	fmt.Println(json.Unmarshal([]byte(`{"N": 123456789012345678901234567890, "M": null}`), &back), back.N, back.M)
	fmt.Println(json.Unmarshal([]byte(`{"N": "abc"}`), &back))
	fmt.Println(new(big.Int).SetBytes([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9}), new(big.Int).SetBytes(nil), new(big.Int).SetUint64(1<<63), n("258").FillBytes(make([]byte, 4)), big.NewInt(-1<<63), new(big.Int).SetBits([]big.Word{1, 2, 0}))
	var s1, s2 big.Int
	k, err := fmt.Sscan("12345678901234567890 -0x1f", &s1, &s2)
	fmt.Println(k, err, &s1, &s2)
	k, err = fmt.Sscanf("ff 17", "%x %d", &s1, &s2)
	fmt.Println(k, err, &s1, &s2, string(s1.Append([]byte("n="), 10)))
	try(func() { new(big.Int).Div(x, &zero) })
	try(func() { new(big.Int).Sqrt(x) })
	try(func() { x.Bit(-1) })
	try(func() { x.SetBit(x, 1, 2) })
	try(func() { n("65536").FillBytes(make([]byte, 2)) })
	try(func() { x.Text(63) })
	z := n("10")
	z.Mul(z, z).Add(z, z).Sub(z, n("1")).Quo(z, n("3"))
	fmt.Println(z, z.Set(z), big.Jacobi(n("2"), n("7")), big.Jacobi(n("-3"), n("11")), big.Jacobi(n("21"), n("7")))
	z.DivMod(n("-17"), z, z)
	p := n("170141183460469231731687303715884105727")
	fmt.Println(p.ProbablyPrime(20), n("170141183460469231731687303715884105729").ProbablyPrime(20), n("3215031751").ProbablyPrime(0), n("561").ProbablyPrime(1))
}
