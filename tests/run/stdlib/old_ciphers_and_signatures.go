package main

import (
	"bytes"
	"crypto/cipher"
	"crypto/des"
	"crypto/dsa"
	"crypto/rand"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"math/big"
)

func unhex(s string) []byte {
	b, _ := hex.DecodeString(s)
	return b
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func ciphers() {
	for _, v := range [][2]string{
		{"0000000000000000", "0000000000000000"}, {"133457799bbcdff1", "0123456789abcdef"}, {"ffffffffffffffff", "ffffffffffffffff"}, {"0e329232ea6d0d73", "8787878787878787"},
	} {
		c, err := des.NewCipher(unhex(v[0]))
		out := make([]byte, 8)
		c.Encrypt(out, unhex(v[1]))
		fmt.Println(hex.EncodeToString(out), err, c.BlockSize())
		c.Decrypt(out, out)
		fmt.Println(hex.EncodeToString(out))
	}
	key := unhex("0123456789abcdef23456789abcdef01456789abcdef0123")
	c, err := des.NewTripleDESCipher(key)
	if err != nil {
		fmt.Println(err)
	}
	text := []byte("The quick brown fox jumps over..")
	out := make([]byte, len(text))
	cipher.NewCBCEncrypter(c, []byte("12345678")).CryptBlocks(out, text)
	fmt.Println(hex.EncodeToString(out))
	cipher.NewCBCDecrypter(c, []byte("12345678")).CryptBlocks(out, out)
	fmt.Println(string(out))
	cipher.NewCTR(c, []byte("12345678")).XORKeyStream(out, text)
	fmt.Println(hex.EncodeToString(out))
	for _, n := range []int{0, 7, 16, 24} {
		_, err := des.NewCipher(make([]byte, n))
		_, err3 := des.NewTripleDESCipher(make([]byte, n))
		fmt.Println(err, err3)
	}
	try(func() { c.Encrypt(out, text[:7]) })
	try(func() { c.Decrypt(out[:7], text) })
	try(func() { c.Encrypt(out[1:], out) })
}

func number(s string) *big.Int {
	n, _ := new(big.Int).SetString(s, 16)
	return n
}

func signatures() {
	var priv dsa.PrivateKey
	fmt.Println(dsa.GenerateKey(&priv, rand.Reader))
	fmt.Println(dsa.GenerateParameters(&priv.Parameters, rand.Reader, 9))
	priv.P = number("A9B5B793FB4785793D246BAE77E8FF63CA52F442DA763C440259919FE1BC1D6065A9350637A04F75A2F039401D49F08E066C4D275A5A65DA5684BC563C14289D7AB8A67163BFBF79D85972619AD2CFF55AB0EE77A9002B0EF96293BDD0F42685EBB2C66C327079F6C98000FBCB79AACDE1BC6F9D5C7B1A97E3D9D54ED7951FEF")
	priv.Q = number("E1D3391245933D68A0714ED34BBCB7A1F422B9C1")
	priv.G = number("634364FC25248933D01D1993ECABD0657CC0CB2CEED7ED2E3E8AECDFCDC4A25C3B15E9E3B163ACA2984B5539181F3EFF1A5E8903D71D5B95DA4F27202B77D2C44B430BB53741A8D59A8F86887525C9F2A6A5980A195EAA7F2FF910064301DEF89D3AA213E1FAC7768D89365318E370AF54A112EFBA9246D9158386BA1B4EEFDA")
	priv.Y = number("32969E5780CFE1C849A1C276D7AEB4F38A23B591739AA2FE197349AEEBD31366AEE5EB7E6C6DDB7C57D02432B30DB5AA66D9884299FAA72568944E4EEDC92EA3FBC6F39F53412FBCC563208F7C15B737AC8910DBC2D9C9B8C001E72FDC40EB694AB1F06A5A2DBD18D9E36C66F31F566742F11EC0A52E9F7B89355C02FB5D32D2")
	priv.X = number("5078D4D29795CBE76D3AACFE48C9AF0BCDBEE91A")
	hash := sha1.Sum([]byte("testing"))
	r, s, err := dsa.Sign(rand.Reader, &priv, hash[:])
	fmt.Println(err, dsa.Verify(&priv.PublicKey, hash[:], r, s))
	hash[0] ^= 1
	fmt.Println(dsa.Verify(&priv.PublicKey, hash[:], r, s), dsa.Verify(&priv.PublicKey, hash[:], new(big.Int), s), dsa.Verify(&priv.PublicKey, hash[:], r, priv.Q))
	again := priv
	fmt.Println(dsa.GenerateKey(&again, bytes.NewReader(bytes.Repeat([]byte{0x11}, 20))), again.X, again.Y)
	bad := priv
	bad.X = new(big.Int)
	_, _, err = dsa.Sign(rand.Reader, &bad, hash[:])
	fmt.Println(err)
}

func main() {
	ciphers()
	signatures()
}
