package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(5))
	rnd := func(bits int) *big.Int {
		n := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(bits)))
		if r.Intn(2) == 0 {
			n.Neg(n)
		}
		return n
	}
	for i := range 400 {
		a, b := rnd(1+r.Intn(300)), rnd(1+r.Intn(300))
		s := uint(r.Intn(200))
		var z big.Int
		fmt.Println(i, a, b, z.Add(a, b), new(big.Int).Sub(a, b), new(big.Int).Mul(a, b), new(big.Int).Lsh(a, s), new(big.Int).Rsh(a, s), new(big.Int).And(a, b), new(big.Int).Or(a, b), new(big.Int).Xor(a, b), new(big.Int).AndNot(a, b), new(big.Int).Not(a), a.Cmp(b), a.CmpAbs(b), a.BitLen(), a.Bit(5), a.TrailingZeroBits())
		if b.Sign() != 0 {
			q, m := new(big.Int).QuoRem(a, b, new(big.Int))
			d, mm := new(big.Int).DivMod(a, b, new(big.Int))
			fmt.Println(q, m, d, mm, new(big.Int).Quo(a, b), new(big.Int).Rem(a, b), new(big.Int).Div(a, b), new(big.Int).Mod(a, b))
			rt := new(big.Rat).SetFrac(a, b)
			f, ex := rt.Float64()
			fmt.Println(rt, f, ex, rt.FloatString(7), new(big.Rat).Add(rt, big.NewRat(1, 3)), new(big.Rat).Mul(rt, rt), rt.Sign())
		}
		f := new(big.Float).SetInt(a)
		g, acc := f.Float64()
		fmt.Println(g, acc, a.Text(2), a.Text(36), a.Text(62), f.Text('g', 20), f.MinPrec())
		z.SetString(a.Text(16), 16)
		fmt.Println(z.Cmp(a), z.IsInt64(), z.Int64(), z.Uint64(), z.Bytes(), len(z.Bits()))
		e := new(big.Int).Exp(big.NewInt(int64(r.Intn(100))), big.NewInt(int64(r.Intn(40))), nil)
		fmt.Println(e, new(big.Int).Sqrt(e), new(big.Int).GCD(nil, nil, new(big.Int).Abs(a), new(big.Int).Abs(b)), new(big.Int).Exp(a, big.NewInt(77), new(big.Int).Add(new(big.Int).Abs(b), big.NewInt(1))))
	}
	fmt.Println(new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil), new(big.Int).Exp(big.NewInt(10), big.NewInt(39), nil), new(big.Int).Exp(big.NewInt(2), big.NewInt(128), nil), new(big.Int).Exp(big.NewInt(math.MinInt64), big.NewInt(2), nil), new(big.Int).Exp(big.NewInt(0), big.NewInt(0), nil))
	for _, s := range []string{"0", "-0", "+1", "1e5", "0x1f", "0b11", "0o7", "017", "1_000", "", " 1", "1 ", "99999999999999999999999999999999999999", "100000000000000000000000000000000000000000", "12a", "__1"} {
		a, ok := new(big.Int).SetString(s, 10)
		b, ok2 := new(big.Int).SetString(s, 0)
		fmt.Println(s, a, ok, b, ok2)
	}
}
