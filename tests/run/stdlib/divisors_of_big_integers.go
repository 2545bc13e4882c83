// Greatest common divisors and their factors, of numbers of all sizes.
package main

import (
	"fmt"
	"hash/fnv"
	"math/big"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(7))
	sum := fnv.New64a()
	for i := range 600 {
		bits := []int{8, 31, 32, 33, 63, 64, 65, 127, 128, 129, 500, 3000}[i%12]
		most := new(big.Int).Lsh(big.NewInt(1), uint(bits))
		a, b := new(big.Int).Rand(r, most), new(big.Int).Rand(r, most)
		switch i / 12 % 6 {
		case 1:
			f := new(big.Int).Rand(r, most)
			a.Mul(a, f)
			b.Mul(b, f)
		case 2:
			b.Rsh(b, uint(bits/2))
		case 3:
			a.Neg(a)
		case 4:
			b.Neg(b)
			a.Neg(a)
		case 5:
			b.Sub(a, big.NewInt(int64(i)))
		}
		x, y := new(big.Int), new(big.Int)
		d := new(big.Int).GCD(x, y, a, b)
		left := new(big.Int).Add(new(big.Int).Mul(a, x), new(big.Int).Mul(b, y))
		alone := new(big.Int).GCD(nil, nil, a, b)
		fmt.Fprintln(sum, d, x, y)
		if left.Cmp(d) != 0 || alone.Cmp(d) != 0 {
			fmt.Println("wrong:", a, b, d, x, y)
		}
		if bits < 64 && i < 48 {
			fmt.Println(a, b, d, x, y)
		}
		if inv := new(big.Int).ModInverse(a, b); inv != nil {
			fmt.Fprintln(sum, inv)
		}
	}
	// Quotients that are all 1, and very large ones.
	f, g := big.NewInt(0), big.NewInt(1)
	for range 2000 {
		f.Add(f, g)
		f, g = g, f
	}
	x, y := new(big.Int), new(big.Int)
	fmt.Println(new(big.Int).GCD(x, y, f, g), x.BitLen(), y.BitLen())
	fmt.Println(new(big.Int).GCD(x, y, new(big.Int).Lsh(big.NewInt(3), 5000), big.NewInt(12)), x, y)
	for _, p := range [][2]int64{{0, 0}, {0, 5}, {-5, 0}, {1, 1}, {-1, 1}, {6, -4}, {1 << 62, 3}} {
		fmt.Println(p, new(big.Int).GCD(x, y, big.NewInt(p[0]), big.NewInt(p[1])), x, y)
	}
	h := new(big.Rat)
	for i := int64(1); i < 500; i++ {
		h.Add(h, big.NewRat(1, i))
	}
	fmt.Fprintln(sum, h)
	fmt.Printf("%x\n", sum.Sum64())
}
