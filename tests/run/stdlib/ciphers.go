package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/rc4"
	"crypto/subtle"
	"fmt"
	"io"
	"math/big"
	"strings"
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	text := make([]byte, 256)
	for i := range text {
		text[i] = byte(i*7 + i>>2)
	}
	for _, n := range []int{16, 24, 32} {
		key := text[100 : 100+n]
		b, err := aes.NewCipher(key)
		fmt.Println(b.BlockSize(), err)
		out, back := make([]byte, 16), make([]byte, 16)
		for i := range 4 {
			b.Encrypt(out, text[16*i:])
			b.Decrypt(back, out)
			fmt.Printf("%x %v\n", out, bytes.Equal(back, text[16*i:16*i+16]))
		}
		iv := text[50:66]
		modes := []struct {
			name     string
			enc, dec cipher.Stream
		}{{"ctr", cipher.NewCTR(b, iv), cipher.NewCTR(b, iv)}, {"ofb", cipher.NewOFB(b, iv), cipher.NewOFB(b, iv)}, {"cfb", cipher.NewCFBEncrypter(b, iv), cipher.NewCFBDecrypter(b, iv)}}
		for _, m := range modes {
			out := make([]byte, 100)
			m.enc.XORKeyStream(out[:7], text[:7])
			m.enc.XORKeyStream(out[7:], text[7:100])
			back := make([]byte, 100)
			m.dec.XORKeyStream(back, out)
			fmt.Printf("%s %x %v\n", m.name, out, bytes.Equal(back, text[:100]))
		}
		cbc := cipher.NewCBCEncrypter(b, iv)
		sealed := make([]byte, 64)
		cbc.CryptBlocks(sealed[:16], text[:16])
		cbc.CryptBlocks(sealed[16:], text[16:64])
		fmt.Printf("cbc %x\n", sealed)
		cipher.NewCBCDecrypter(b, iv).CryptBlocks(sealed, sealed)
		fmt.Println(bytes.Equal(sealed, text[:64]))

		for _, m := range []int{0, 1, 16, 33, 200} {
			gcm, err := cipher.NewGCM(b)
			sealed := gcm.Seal([]byte("head"), text[:12], text[:m], text[m:m+5])
			fmt.Printf("gcm %x %v %d %d\n", sealed, err, gcm.NonceSize(), gcm.Overhead())
			open, err := gcm.Open(nil, text[:12], sealed[4:], text[m:m+5])
			fmt.Println(bytes.Equal(open, text[:m]), err)
			sealed[5] ^= 1
			_, err = gcm.Open(nil, text[:12], sealed[4:], text[m:m+5])
			fmt.Println(err)
			other, err := cipher.NewGCMWithNonceSize(b, 20)
			fmt.Printf("%x %v\n", other.Seal(nil, text[:20], text[:m], nil), err)
			short, err := cipher.NewGCMWithTagSize(b, 13)
			fmt.Printf("%x %v\n", short.Seal(nil, text[:12], text[:m], nil), err)
		}
	}
	_, err := aes.NewCipher(text[:5])
	fmt.Println(err)
	b, _ := aes.NewCipher(text[:16])
	_, err = cipher.NewGCMWithTagSize(b, 3)
	fmt.Println(err)
	_, err = cipher.NewGCMWithNonceSize(b, 0)
	fmt.Println(err)
	g, err := cipher.NewGCMWithRandomNonce(b)
	sealed := g.Seal(nil, nil, []byte("hello"), nil)
	open, err2 := g.Open(nil, nil, sealed, nil)
	fmt.Println(len(sealed), string(open), err, err2, g.Overhead(), g.NonceSize())
	try(func() { b.Encrypt(text, text[:3]) })
	try(func() { b.Encrypt(text[:3], text[10:]) })
	try(func() { cipher.NewCBCEncrypter(b, nil) })
	try(func() { cipher.NewCBCDecrypter(b, text[:16]).CryptBlocks(text, text[:17]) })
	try(func() { cipher.NewOFB(b, text[:16]).XORKeyStream(nil, text) })

	var buf bytes.Buffer
	w := cipher.StreamWriter{S: cipher.NewCTR(b, text[:16]), W: &buf}
	io.WriteString(w, "some text")
	fmt.Println(w.Close())
	got, err := io.ReadAll(cipher.StreamReader{S: cipher.NewCTR(b, text[:16]), R: &buf})
	fmt.Println(string(got), err)

	c, err := rc4.NewCipher([]byte("Key"))
	out := make([]byte, 9)
	c.XORKeyStream(out, []byte("Plaintext"))
	fmt.Printf("%x %v\n", out, err)
	_, err = rc4.NewCipher(nil)
	fmt.Println(err)

	fmt.Println(subtle.ConstantTimeByteEq(3, 3), subtle.ConstantTimeByteEq(3, 4), subtle.ConstantTimeEq(-1, -1), subtle.ConstantTimeEq(1, 1<<30),
		subtle.ConstantTimeCompare([]byte("ab"), []byte("ab")), subtle.ConstantTimeCompare([]byte("ab"), []byte("ac")), subtle.ConstantTimeCompare([]byte("ab"), nil),
		subtle.ConstantTimeLessOrEq(3, 4), subtle.ConstantTimeLessOrEq(4, 4), subtle.ConstantTimeLessOrEq(5, 4), subtle.ConstantTimeSelect(1, 7, 8), subtle.ConstantTimeSelect(0, 7, 8))
	x := []byte("abc")
	subtle.ConstantTimeCopy(0, x, []byte("xyz"))
	fmt.Println(string(x))
	subtle.ConstantTimeCopy(1, x, []byte("xyz"))
	fmt.Println(string(x), subtle.XORBytes(x, x, []byte("  ")), string(x))
	try(func() { subtle.XORBytes(nil, x, x) })
	try(func() { subtle.ConstantTimeCopy(1, x, nil) })

	// Chance.
	n, err := rand.Int(strings.NewReader("\xff\xff\x01\x02\x03\x04"), big.NewInt(1000))
	fmt.Println(n, err)
	n, err = rand.Int(strings.NewReader(""), big.NewInt(1000))
	fmt.Println(n, err)
	n, err = rand.Int(rand.Reader, big.NewInt(1))
	fmt.Println(n, err)
	try(func() { rand.Int(rand.Reader, new(big.Int)) })
	p, err := rand.Prime(rand.Reader, 64)
	fmt.Println(p.BitLen(), p.ProbablyPrime(10), err)
	_, err = rand.Prime(rand.Reader, 1)
	fmt.Println(err)
	k, err := rand.Read(x)
	fmt.Println(k, err, len(rand.Text()), strings.Trim(rand.Text(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
}
