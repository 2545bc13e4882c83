package main

import (
	"encoding/json"
	"fmt"
	"math/big"
)

var seed uint64 = 99

func rnd(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int(seed>>33) % n
}

func random() *big.Int {
	z := new(big.Int)
	for range rnd(7) {
		z.Lsh(z, uint(rnd(70)))
		z.Add(z, big.NewInt(int64(rnd(1<<30))))
		if rnd(5) == 0 {
			z.Lsh(z, 64)
			z.Sub(z, big.NewInt(1))
		}
	}
	if rnd(2) == 0 {
		z.Neg(z)
	}
	return z
}

func main() {
	f := big.NewInt(1)
	for i := int64(1); i <= 100; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f)
	a, b := big.NewInt(0), big.NewInt(1)
	for range 500 {
		a.Add(a, b)
		a, b = b, a
	}
	fmt.Println(a, a.BitLen(), len(a.String()))
	p := new(big.Int).Exp(big.NewInt(2), big.NewInt(521), nil)
	p.Sub(p, big.NewInt(1))
	fmt.Println(p)
	q := new(big.Int).Exp(big.NewInt(3), big.NewInt(5000), nil)
	fmt.Println(new(big.Int).Mul(p, q), new(big.Int).Mod(q, p))
	for range 60 {
		x, y := random(), random()
		fmt.Println(x, y, new(big.Int).Add(x, y), new(big.Int).Sub(x, y), new(big.Int).Mul(x, y), x.Cmp(y), x.CmpAbs(y), x.Sign())
		if y.Sign() != 0 {
			q, r := new(big.Int).QuoRem(x, y, new(big.Int))
			d, m := new(big.Int).DivMod(x, y, new(big.Int))
			fmt.Println(" ", q, r, d, m, new(big.Int).Quo(x, y), new(big.Int).Rem(x, y), new(big.Int).Div(x, y), new(big.Int).Mod(x, y))
			ax, ay := new(big.Int).Abs(x), new(big.Int).Abs(y)
			var u, v big.Int
			fmt.Println(" ", new(big.Int).GCD(&u, &v, ax, ay), new(big.Int).ModInverse(x, ay), new(big.Int).Exp(x, big.NewInt(int64(rnd(30))), ay), new(big.Int).Sqrt(ax))
			s := new(big.Int).Add(new(big.Int).Mul(&u, ax), new(big.Int).Mul(&v, ay))
			fmt.Println(" ", s)
		}
		n := uint(rnd(100))
		fmt.Println(" ", new(big.Int).Lsh(x, n), new(big.Int).Rsh(x, n), new(big.Int).And(x, y), new(big.Int).Or(x, y), new(big.Int).Xor(x, y), new(big.Int).AndNot(x, y), new(big.Int).Not(x), x.Bit(int(n)), x.TrailingZeroBits(), new(big.Int).SetBit(x, int(n), uint(rnd(2))))
		fmt.Printf("  %x %X %#x %o %b %d %+d %30d|%-30d|%030d %s %v % d %T %.30d %q\n", x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x)
		fmt.Println(" ", x.Text(36), x.Text(62), x.Bytes(), x.IsInt64(), x.IsUint64(), x.Int64(), x.Uint64())
		back, ok := new(big.Int).SetString(x.Text(36), 36)
		fmt.Println(" ", back.Cmp(x), ok, new(big.Int).SetBytes(x.Bytes()).CmpAbs(x))
	}
	for _, s := range []string{"0x1f", "0b101", "017", "0o17", "1_000", "12a", "", "-", "+5", "-0", "0x", "1__0", "_1", " 1", "99999999999999999999999999999"} {
		z, ok := new(big.Int).SetString(s, 0)
		z10, ok10 := new(big.Int).SetString(s, 10)
		fmt.Println(s, z, ok, z10, ok10)
	}
	for _, n := range []int64{0, 1, 2, 3, 4, 17, 91, 561, 7919, 2147483647, 1000000007, 9007199254740993} {
		fmt.Print(big.NewInt(n).ProbablyPrime(10), " ")
	}
	m127 := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1))
	fmt.Println(m127.ProbablyPrime(5), new(big.Int).Mul(m127, m127).ProbablyPrime(1), new(big.Int).MulRange(3, 10), new(big.Int).MulRange(-3, -1), new(big.Int).Binomial(50, 25), new(big.Int).Binomial(5, 9))
	j, err := json.Marshal(map[string]any{"n": f, "p": (*big.Int)(nil)})
	fmt.Println(string(j), err)
	var in struct{ N *big.Int }
	fmt.Println(json.Unmarshal([]byte(`{"N": 123456789012345678901234567890}`), &in), in.N)
	fmt.Println(json.Unmarshal([]byte(`{"N": 1.5}`), &in))
	var nilInt *big.Int
	fmt.Println(nilInt, []*big.Int{big.NewInt(5)}, *big.NewInt(7))
	x := new(big.Int)
	n, err := fmt.Sscan("123456789123456789123456789", x)
	fmt.Println(n, err, x)
	x.Add(x, x).Mul(x, x).Quo(x, big.NewInt(3)).Sub(x, x)
	fmt.Println(x)
	fl, acc := new(big.Int).Exp(big.NewInt(10), big.NewInt(30), nil).Float64()
	fmt.Println(fl, acc)
	defer func() { fmt.Println(recover()) }()
	x.Div(f, big.NewInt(0))
}
