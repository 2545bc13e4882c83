package main

import (
	"crypto/dsa"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"math/big"
	"strings"
)

func number(s string) *big.Int {
	n, _ := new(big.Int).SetString(s, 16)
	return n
}

// fixed is a key of 1024 bits.
func fixed() *rsa.PrivateKey {
	p, q := number("c98caaa345c8987134d76277a40856f9c63eb8b7d934a64d79a9fedc0c2a6db8db267673f6b43031b4a275a16aac9ca0384a30a0bfe4de9b91fc7f4f437cc6d7"), number("eae4ed3c1c62743f1cfc95d09e3686aa027f508cdbf2936d54cf6bdaf09378c39b78bb27bde032721e38d503c9f0e5ed5db7f0646fc1619219db01c9e3fe125f")
	phi := new(big.Int).Mul(new(big.Int).Sub(p, big.NewInt(1)), new(big.Int).Sub(q, big.NewInt(1)))
	return &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: 65537},
		D:         new(big.Int).ModInverse(big.NewInt(65537), phi),
		Primes:    []*big.Int{p, q},
	}
}

func onCurve(c elliptic.Curve) *ecdsa.PrivateKey {
	b := make([]byte, (c.Params().N.BitLen()+7)/8)
	for i := range b {
		b[i] = byte(i)
	}
	k, err := ecdsa.ParseRawPrivateKey(c, b)
	if err != nil {
		panic(err)
	}
	return k
}

func try(what string, f func() (any, error)) {
	v, err := f()
	if err != nil {
		fmt.Println(what, "error:", err)
		return
	}
	if b, ok := v.([]byte); ok {
		fmt.Printf("%s %x\n", what, b)
		return
	}
	fmt.Printf("%s %T\n", what, v)
}

func main() {
	rsaKey := fixed()
	p1 := x509.MarshalPKCS1PrivateKey(rsaKey)
	fmt.Printf("%x\n%x\n", p1, x509.MarshalPKCS1PublicKey(&rsaKey.PublicKey))
	back, err := x509.ParsePKCS1PrivateKey(p1)
	fmt.Println(back.Equal(rsaKey), err, len(back.Precomputed.CRTValues))
	pub, err := x509.ParsePKCS1PublicKey(x509.MarshalPKCS1PublicKey(&rsaKey.PublicKey))
	fmt.Println(pub.Equal(&rsaKey.PublicKey), err)

	x := make([]byte, 32)
	x[3] = 7
	x25519, _ := ecdh.X25519().NewPrivateKey(x)
	p256, _ := ecdh.P256().NewPrivateKey(x)
	keys := []any{rsaKey, onCurve(elliptic.P224()), onCurve(elliptic.P256()), onCurve(elliptic.P384()), onCurve(elliptic.P521()),
		ed25519.NewKeyFromSeed(x), x25519, p256, "no key", onCurve(elliptic.P256()).PublicKey}
	for _, key := range keys {
		der, err := x509.MarshalPKCS8PrivateKey(key)
		fmt.Printf("%x %v\n", der, err)
		if err != nil {
			continue
		}
		back, err := x509.ParsePKCS8PrivateKey(der)
		fmt.Printf("%T %v\n", back, err)
		again, _ := x509.MarshalPKCS8PrivateKey(back)
		fmt.Println(string(again) == string(der))
		if k, ok := key.(*ecdsa.PrivateKey); ok {
			der, err := x509.MarshalECPrivateKey(k)
			fmt.Printf("%x %v\n", der, err)
			back, err := x509.ParseECPrivateKey(der)
			fmt.Println(back.Equal(k), err)
		}
		public := any(rsaKey.Public())
		switch k := key.(type) {
		case interface{ PublicKey() *ecdh.PublicKey }:
			public = k.PublicKey()
		case *ecdsa.PrivateKey:
			public = &k.PublicKey
		case ed25519.PrivateKey:
			public = k.Public()
		}
		der, err = x509.MarshalPKIXPublicKey(public)
		fmt.Printf("%x %v\n", der, err)
		parsed, err := x509.ParsePKIXPublicKey(der)
		fmt.Printf("%T %v\n", parsed, err)
	}
	_, err = x509.MarshalPKIXPublicKey(3)
	fmt.Println(err)
	_, err = x509.MarshalPKIXPublicKey(rsaKey)
	fmt.Println(err)

	// Forms are told from each other.
	p8, _ := x509.MarshalPKCS8PrivateKey(rsaKey)
	ec, _ := x509.MarshalECPrivateKey(onCurve(elliptic.P256()))
	ec8, _ := x509.MarshalPKCS8PrivateKey(onCurve(elliptic.P256()))
	spki, _ := x509.MarshalPKIXPublicKey(&rsaKey.PublicKey)
	forms := []struct {
		name string
		der  []byte
	}{{"pkcs1", p1}, {"pkcs8", p8}, {"sec1", ec}, {"ec pkcs8", ec8}, {"spki", spki}, {"pkcs1 public", x509.MarshalPKCS1PublicKey(&rsaKey.PublicKey)},
		{"nothing", nil}, {"junk", []byte("hello")}, {"trailing", append(p1[:len(p1):len(p1)], 0)}, {"short", p8[:20]}}
	for _, f := range forms {
		try(f.name+" as pkcs1", func() (any, error) { return x509.ParsePKCS1PrivateKey(f.der) })
		try(f.name+" as pkcs8", func() (any, error) { return x509.ParsePKCS8PrivateKey(f.der) })
		try(f.name+" as sec1", func() (any, error) { return x509.ParseECPrivateKey(f.der) })
		try(f.name+" as pkix", func() (any, error) { return x509.ParsePKIXPublicKey(f.der) })
		try(f.name+" as public pkcs1", func() (any, error) { return x509.ParsePKCS1PublicKey(f.der) })
	}

	// Wrong numbers.
	wrong := fixed()
	wrong.Precompute()
	for _, change := range []func(k *rsa.PrivateKey){
		func(k *rsa.PrivateKey) { k.D = big.NewInt(3) },
		func(k *rsa.PrivateKey) { k.N = new(big.Int).Add(k.N, big.NewInt(2)) },
		func(k *rsa.PrivateKey) { k.E = 3 },
		func(k *rsa.PrivateKey) { k.E = 2 },
		func(k *rsa.PrivateKey) { k.Primes = k.Primes[:1] },
		func(k *rsa.PrivateKey) { k.Primes = []*big.Int{k.Primes[1], k.Primes[0]} },
		func(k *rsa.PrivateKey) { k.Primes = []*big.Int{big.NewInt(3), k.Primes[0]} },
	} {
		k := &rsa.PrivateKey{PublicKey: wrong.PublicKey, D: wrong.D, Primes: wrong.Primes}
		change(k)
		fmt.Println(k.Validate())
		_, err := x509.MarshalPKCS8PrivateKey(k)
		fmt.Println(err)
	}
	broken := string(p1)
	for _, c := range []struct{ what, part string }{{"dP", string(wrong.Precomputed.Dp.Bytes())}, {"dQ", string(wrong.Precomputed.Dq.Bytes())},
		{"qInv", string(wrong.Precomputed.Qinv.Bytes())}, {"d", string(wrong.D.Bytes())}, {"p", string(wrong.Primes[0].Bytes())}, {"n", string(wrong.N.Bytes())}} {
		other := []byte(c.part)
		other[len(other)-1] ^= 2
		_, err := x509.ParsePKCS1PrivateKey([]byte(strings.Replace(broken, c.part, string(other), 1)))
		fmt.Println(c.what, err)
	}

	// A key of DSA is only read.
	der, _ := hex.DecodeString("3081f23081a906072a8648ce38040130819d024100c98caaa345c8987134d76277a40856f9c63eb8b7d934a64d79a9fedc0c2a6db8db267673f6b43031b4a275a16aac9ca0384a30a0bfe4de9b91fc7f4f437cc6d702150091aabbccddeeff00112233445566778899aabbcd0241008ae4ed3c1c62743f1cfc95d09e3686aa027f508cdbf2936d54cf6bdaf09378c39b78bb27bde032721e38d503c9f0e5ed5db7f0646fc1619219db01c9e3fe125f03440002410091e4ed3c1c62743f1cfc95d09e3686aa027f508cdbf2936d54cf6bdaf09378c39b78bb27bde032721e38d503c9f0e5ed5db7f0646fc1619219db01c9e3fe125f")
	if key, err := x509.ParsePKIXPublicKey(der); err == nil {
		k := key.(*dsa.PublicKey)
		fmt.Println(k.P, k.Q, k.G, k.Y)
		_, err = x509.MarshalPKIXPublicKey(k)
		fmt.Println(err)
	} else {
		fmt.Println(err)
	}

	// As it is in files.
	block, rest := pem.Decode([]byte(pemKey))
	fmt.Println(block.Type, len(rest))
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	fmt.Println(key.(ed25519.PrivateKey).Public(), err)
}

const pemKey = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
`
