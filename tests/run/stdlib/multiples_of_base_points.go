package main

import (
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/sha512"
	"fmt"
	"math/big"
)

func main() {
	for _, c := range []elliptic.Curve{elliptic.P224(), elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		p := c.Params()
		n := p.N
		less := new(big.Int).Sub(n, big.NewInt(1))
		more := new(big.Int).Add(n, big.NewInt(5))
		high := new(big.Int).Lsh(big.NewInt(1), uint(n.BitLen()-1))
		for _, k := range []*big.Int{big.NewInt(0), big.NewInt(1), big.NewInt(2), big.NewInt(15), big.NewInt(1 << 40), less, n, more, high, new(big.Int).Rsh(n, 1)} {
			b := k.Bytes()
			x, y := c.ScalarBaseMult(b)
			x2, y2 := c.ScalarMult(p.Gx, p.Gy, b)
			fmt.Printf("%s %x %x %x %v\n", p.Name, k, x, y, x.Cmp(x2) == 0 && y.Cmp(y2) == 0)
		}
		for i := range 4 {
			h := sha512.Sum512([]byte{byte(i)})
			k := h[:min(len(h), (n.BitLen()+7)/8)-i]
			x, y := c.ScalarBaseMult(k)
			fmt.Printf("%x %x\n", x, y)
		}
	}
	for i := range 5 {
		seed := make([]byte, 32)
		for j := range seed {
			seed[j] = byte(i * j)
		}
		key := ed25519.NewKeyFromSeed(seed)
		sig := ed25519.Sign(key, seed)
		fmt.Printf("%x %x %v\n", key, sig, ed25519.Verify(key.Public().(ed25519.PublicKey), seed, sig))
	}
}
