package main

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"math/big"
)

func main() {
	seed := bytes.Repeat([]byte{7}, 32)
	priv := ed25519.NewKeyFromSeed(seed)
	pub := priv.Public().(ed25519.PublicKey)
	fmt.Println(hex.EncodeToString(priv))
	for _, text := range []string{"", "hello", "a longer message, which is signed as well"} {
		sig := ed25519.Sign(priv, []byte(text))
		fmt.Println(hex.EncodeToString(sig), ed25519.Verify(pub, []byte(text), sig), ed25519.Verify(pub, []byte(text+"x"), sig))
		sig[3] ^= 1
		fmt.Println(ed25519.Verify(pub, []byte(text), sig))
	}
	sum := sha512.Sum512([]byte("hello"))
	for _, o := range []*ed25519.Options{{}, {Context: "ctx"}, {Hash: crypto.SHA512}, {Hash: crypto.SHA512, Context: "c"}, {Hash: crypto.SHA256}, {Context: string(make([]byte, 256))}} {
		sig, err := priv.Sign(nil, sum[:], o)
		fmt.Println(hex.EncodeToString(sig), err)
		if err == nil {
			fmt.Println(ed25519.VerifyWithOptions(pub, sum[:], sig, o), ed25519.VerifyWithOptions(pub, sum[1:], sig, o), ed25519.VerifyWithOptions(pub, sum[:], sig, &ed25519.Options{Context: "?"}))
		}
	}
	p2, k2, err := ed25519.GenerateKey(rand.Reader)
	fmt.Println(len(p2), len(k2), err, p2.Equal(k2.Public()), p2.Equal(pub), k2.Equal(k2), bytes.Equal(k2.Seed(), k2[:32]))
	fmt.Println(ed25519.Verify(p2, []byte("m"), ed25519.Sign(k2, []byte("m"))))

	for _, c := range []elliptic.Curve{elliptic.P224(), elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		p := c.Params()
		fmt.Println(p.Name, p.BitSize, p.N.BitLen(), c.IsOnCurve(p.Gx, p.Gy), c.IsOnCurve(p.Gy, p.Gx))
		k := new(big.Int).Sub(p.N, big.NewInt(12345))
		x, y := c.ScalarBaseMult(k.Bytes())
		fmt.Printf("%x %x\n", x, y)
		x2, y2 := c.Double(x, y)
		x3, y3 := c.Add(x, y, x2, y2)
		x4, y4 := c.ScalarMult(x, y, []byte{3})
		fmt.Println(x3.Cmp(x4), y3.Cmp(y4))
		zx, zy := c.ScalarBaseMult(p.N.Bytes())
		fmt.Println(zx, zy)
		nx, ny := c.Add(x, y, x, new(big.Int).Sub(p.P, y))
		fmt.Println(nx, ny)
		b := elliptic.Marshal(c, x, y)
		ux, uy := elliptic.Unmarshal(c, b)
		s := elliptic.MarshalCompressed(c, x, y)
		vx, vy := elliptic.UnmarshalCompressed(c, s)
		fmt.Println(len(b), len(s), ux.Cmp(x), uy.Cmp(y), vx.Cmp(x), vy.Cmp(y))
		b[5] ^= 1
		ux, uy = elliptic.Unmarshal(c, b)
		fmt.Println(ux, uy)
		d, gx, gy, err := elliptic.GenerateKey(c, rand.Reader)
		fmt.Println(len(d), c.IsOnCurve(gx, gy), err)
	}
}
