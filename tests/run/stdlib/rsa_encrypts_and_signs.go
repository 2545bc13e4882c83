package main

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"math/big"
)

// fixed is a key of 1024 bits.
func fixed() *rsa.PrivateKey {
	number := func(s string) *big.Int {
		n, _ := new(big.Int).SetString(s, 16)
		return n
	}
	p, q := number("c98caaa345c8987134d76277a40856f9c63eb8b7d934a64d79a9fedc0c2a6db8db267673f6b43031b4a275a16aac9ca0384a30a0bfe4de9b91fc7f4f437cc6d7"), number("eae4ed3c1c62743f1cfc95d09e3686aa027f508cdbf2936d54cf6bdaf09378c39b78bb27bde032721e38d503c9f0e5ed5db7f0646fc1619219db01c9e3fe125f")
	phi := new(big.Int).Mul(new(big.Int).Sub(p, big.NewInt(1)), new(big.Int).Sub(q, big.NewInt(1)))
	key := &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: 65537},
		D:         new(big.Int).ModInverse(big.NewInt(65537), phi),
		Primes:    []*big.Int{p, q},
	}
	return key
}

func main() {
	key := fixed()
	fmt.Println(key.Size(), key.N.BitLen(), key.Validate())
	key.Precompute()
	fmt.Printf("%x %x %x\n", key.Precomputed.Dp, key.Precomputed.Dq, key.Precomputed.Qinv)
	pub := &key.PublicKey
	sum := sha256.Sum256([]byte("hello"))
	long := sha512.Sum512([]byte("hello"))

	sig, err := rsa.SignPKCS1v15(nil, key, crypto.SHA256, sum[:])
	fmt.Println(hex.EncodeToString(sig), err)
	fmt.Println(rsa.VerifyPKCS1v15(pub, crypto.SHA256, sum[:], sig), rsa.VerifyPKCS1v15(pub, crypto.SHA256, sum[:], sig[1:]))
	sig[5] ^= 1
	fmt.Println(rsa.VerifyPKCS1v15(pub, crypto.SHA256, sum[:], sig))
	sig, err = rsa.SignPKCS1v15(rand.Reader, key, 0, []byte("raw"))
	fmt.Println(hex.EncodeToString(sig), err, rsa.VerifyPKCS1v15(pub, 0, []byte("raw"), sig))
	sig, err = key.Sign(rand.Reader, long[:], crypto.SHA512)
	fmt.Println(hex.EncodeToString(sig), err, rsa.VerifyPKCS1v15(pub, crypto.SHA512, long[:], sig))
	_, err = rsa.SignPKCS1v15(nil, key, crypto.SHA256, sum[1:])
	fmt.Println(err)
	_, err = rsa.SignPKCS1v15(nil, key, 0, make([]byte, 200))
	fmt.Println(err)

	for _, o := range []*rsa.PSSOptions{nil, {SaltLength: rsa.PSSSaltLengthEqualsHash}, {SaltLength: 10}, {SaltLength: 500}, {SaltLength: -2}} {
		sig, err := rsa.SignPSS(rand.Reader, key, crypto.SHA256, sum[:], o)
		fmt.Println(len(sig), err)
		if err == nil {
			fmt.Println(rsa.VerifyPSS(pub, crypto.SHA256, sum[:], sig, o), rsa.VerifyPSS(pub, crypto.SHA256, sum[:], sig, nil),
				rsa.VerifyPSS(pub, crypto.SHA256, sum[:], sig, &rsa.PSSOptions{SaltLength: 11}), rsa.VerifyPSS(pub, crypto.SHA256, long[:32], sig, o))
		}
	}
	sig, err = key.Sign(rand.Reader, sum[:], &rsa.PSSOptions{Hash: crypto.SHA256})
	fmt.Println(err, rsa.VerifyPSS(pub, crypto.SHA256, sum[:], sig, nil))
	made, _ := hex.DecodeString("3e2528015c32d2b83a959eeb56846140594f3ae09744ffc4e47dcce1b3de8dea201abee689617aa07b2a77edb713e7b1cc1f4263643e9282448c513a287e17119d6f5123ba093b443166ce86f6f247dcea15f85db5cfc149b86f8d4ee7ae8261c45ddd9c16245d29a21cede629b99a18bacbb9687ca669ef38c12c15a3296bcb")
	fmt.Println(rsa.VerifyPSS(pub, crypto.SHA256, sum[:], made, nil))

	c, err := rsa.EncryptPKCS1v15(rand.Reader, pub, []byte("secret"))
	m, err2 := rsa.DecryptPKCS1v15(nil, key, c)
	fmt.Println(len(c), err, string(m), err2)
	_, err = rsa.EncryptPKCS1v15(rand.Reader, pub, make([]byte, 118))
	fmt.Println(err)
	session := []byte("0123456789abcdef")
	c, _ = rsa.EncryptPKCS1v15(rand.Reader, pub, []byte("fedcba9876543210"))
	fmt.Println(rsa.DecryptPKCS1v15SessionKey(nil, key, c, session), string(session))
	c[10] ^= 1
	_, err = rsa.DecryptPKCS1v15(nil, key, c)
	fmt.Println(err, rsa.DecryptPKCS1v15SessionKey(nil, key, c, session), string(session))

	c, err = rsa.EncryptOAEP(sha256.New(), rand.Reader, pub, []byte("secret"), []byte("label"))
	m, err2 = rsa.DecryptOAEP(sha256.New(), nil, key, c, []byte("label"))
	fmt.Println(len(c), err, string(m), err2)
	_, err = rsa.DecryptOAEP(sha256.New(), nil, key, c, []byte("other"))
	fmt.Println(err)
	_, err = rsa.DecryptOAEP(sha1.New(), nil, key, c, []byte("label"))
	fmt.Println(err)
	m, err = key.Decrypt(nil, c, &rsa.OAEPOptions{Hash: crypto.SHA256, Label: []byte("label")})
	fmt.Println(string(m), err)
	_, err = rsa.EncryptOAEP(sha256.New(), rand.Reader, pub, make([]byte, 63), nil)
	fmt.Println(err)
	made, _ = hex.DecodeString("1593dc30535ae002dfe574621b78a5819ad8a7e7b387af4a59eada1bcc2f679002bdf70c5a3591135ad19b0ed458fbbd36cd9e9236f314e8d5607c406c8d9bf44c7febd73bbeca17cc9ea890687a28490789dfabbc470f085b5b51c74e3ecdbdd984789871d7063daefe24e3945592de5cfc604004bd8fa4360c059121369a21")
	m, err = rsa.DecryptOAEP(sha1.New(), nil, key, made, nil)
	fmt.Println(string(m), err)

	_, err = rsa.GenerateKey(rand.Reader, 512)
	fmt.Println(err)
	k2, err := rsa.GenerateKey(rand.Reader, 1024)
	fmt.Println(k2.N.BitLen(), err, k2.Validate(), len(k2.Primes), k2.E, k2.Equal(k2), k2.Equal(key), k2.Public().(*rsa.PublicKey).Equal(pub))
	sig, _ = rsa.SignPKCS1v15(nil, k2, crypto.SHA256, sum[:])
	fmt.Println(rsa.VerifyPKCS1v15(&k2.PublicKey, crypto.SHA256, sum[:], sig), rsa.VerifyPKCS1v15(pub, crypto.SHA256, sum[:], sig))
	bad := fixed()
	bad.D = new(big.Int).Add(bad.D, big.NewInt(2))
	fmt.Println(bad.Validate() != nil, bytes.Equal(bad.D.Bytes(), key.D.Bytes()))
}
