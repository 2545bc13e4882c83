package main

import (
	"bytes"
	"crypto"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"math/big"
)

func main() {
	sum := sha256.Sum256([]byte("hello"))
	long := sha512.Sum512([]byte("hello"))
	for _, c := range []elliptic.Curve{elliptic.P224(), elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		key, err := ecdsa.GenerateKey(c, rand.Reader)
		fmt.Println(c.Params().Name, err, c.IsOnCurve(key.X, key.Y))
		for _, hash := range [][]byte{sum[:], long[:], {1, 2}} {
			r, s, err := ecdsa.Sign(rand.Reader, key, hash)
			fmt.Println(err, ecdsa.Verify(&key.PublicKey, hash, r, s), ecdsa.Verify(&key.PublicKey, []byte{9}, r, s), ecdsa.Verify(&key.PublicKey, hash, s, r))
		}
		sig, err := ecdsa.SignASN1(rand.Reader, key, sum[:])
		fmt.Println(err, ecdsa.VerifyASN1(&key.PublicKey, sum[:], sig), ecdsa.VerifyASN1(&key.PublicKey, sum[:], sig[1:]), ecdsa.VerifyASN1(&key.PublicKey, sum[:], append(sig, 0)))
		var signer crypto.Signer = key
		sig, err = signer.Sign(rand.Reader, sum[:], crypto.SHA256)
		fmt.Println(err, ecdsa.VerifyASN1(signer.Public().(*ecdsa.PublicKey), sum[:], sig))
		_, err = signer.Sign(rand.Reader, sum[:5], crypto.SHA256)
		fmt.Println(err)
		b, err := key.Bytes()
		again, err2 := ecdsa.ParseRawPrivateKey(c, b)
		fmt.Println(len(b), err, err2, again.Equal(key), key.Public().(*ecdsa.PublicKey).Equal(&again.PublicKey))
		b, err = key.PublicKey.Bytes()
		pub, err2 := ecdsa.ParseUncompressedPublicKey(c, b)
		fmt.Println(len(b), err, err2, pub.Equal(&key.PublicKey))
		_, err = ecdsa.ParseUncompressedPublicKey(c, append([]byte{2}, b[1:]...))
		fmt.Println(err)
		_, err = ecdsa.ParseRawPrivateKey(c, make([]byte, 3))
		fmt.Println(err)
		x, err := key.ECDH()
		fmt.Println(x != nil, err)
	}

	// A signature that Go has made.
	x, _ := new(big.Int).SetString("2e63537528073ef934399262d23bcaa032ae5dacba499027bcffeac2a2b04c18", 16)
	y, _ := new(big.Int).SetString("5fdad59f6933cd7c7e7e4b295ab9cdc8ed6f81bad0e6f0b4dc8e2fc3ea7e0e94", 16)
	sig, _ := hex.DecodeString("30450221009d2ad8dfbf2a9844789bbba41db517304ac90e11194cbc2b1913c180b5ba34b20220659e1b6304b7669689b2bc2434071de8818c1cbe9572b83677d391bb913b7aa7")
	fmt.Println(ecdsa.VerifyASN1(&ecdsa.PublicKey{Curve: elliptic.P256(), X: x, Y: y}, sum[:], sig))

	for _, c := range []ecdh.Curve{ecdh.P256(), ecdh.P384(), ecdh.P521(), ecdh.X25519()} {
		a, err := c.GenerateKey(rand.Reader)
		b, err2 := c.GenerateKey(rand.Reader)
		s, err3 := a.ECDH(b.PublicKey())
		t, err4 := b.ECDH(a.PublicKey())
		fmt.Println(c, err, err2, err3, err4, bytes.Equal(s, t), len(s), len(a.Bytes()), len(a.PublicKey().Bytes()))
		p, err := c.NewPublicKey(a.PublicKey().Bytes())
		fmt.Println(p.Equal(a.PublicKey()), p.Equal(b.PublicKey()), err, p.Curve() == c)
		k := bytes.Repeat([]byte{1}, len(a.Bytes()))
		k[0] = 0
		fixed, err := c.NewPrivateKey(k)
		fmt.Println(hex.EncodeToString(fixed.PublicKey().Bytes()), err)
		s, err = fixed.ECDH(fixed.PublicKey())
		fmt.Println(hex.EncodeToString(s), err)
		_, err = c.NewPrivateKey(k[1:])
		fmt.Println(err)
		_, err = c.NewPublicKey(k)
		fmt.Println(err)
		_, err = c.NewPrivateKey(make([]byte, len(k)))
		fmt.Println(err)
		_, err = fixed.ECDH(otherThan(c).PublicKey())
		fmt.Println(err)
	}
	zero, _ := ecdh.X25519().NewPublicKey(make([]byte, 32))
	key, _ := ecdh.X25519().GenerateKey(rand.Reader)
	_, err := key.ECDH(zero)
	fmt.Println(err)
}

func otherThan(c ecdh.Curve) *ecdh.PrivateKey {
	for _, d := range []ecdh.Curve{ecdh.P256(), ecdh.P384()} {
		if d != c {
			key, _ := d.GenerateKey(rand.Reader)
			return key
		}
	}
	return nil
}
