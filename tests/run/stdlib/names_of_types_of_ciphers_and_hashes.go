package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
)

func main() {
	p := func(n string, v any) { fmt.Printf("%s %T\n", n, v) }
	p("md5", md5.New())
	p("sha1", sha1.New())
	p("sha256", sha256.New())
	p("sha224", sha256.New224())
	p("sha512", sha512.New())
	p("384", sha512.New384())
	p("512/256", sha512.New512_256())
	p("sha3", sha3.New256())
	p("shake", sha3.NewSHAKE128())
	p("hmac", hmac.New(sha256.New, []byte("k")))
	b, _ := aes.NewCipher(make([]byte, 16))
	p("aes", b)
	d, _ := des.NewCipher(make([]byte, 8))
	p("des", d)
	d3, _ := des.NewTripleDESCipher(make([]byte, 24))
	p("3des", d3)
	r, _ := rc4.NewCipher([]byte("key"))
	p("rc4", r)
	g, _ := cipher.NewGCM(b)
	p("gcm", g)
	g1, _ := cipher.NewGCM(struct{ cipher.Block }{b})
	p("gcm other", g1)
	g2, _ := cipher.NewGCMWithRandomNonce(b)
	p("gcmr", g2)
	g3, _ := cipher.NewGCMWithNonceSize(b, 16)
	p("gcm16", g3)
	p("ctr", cipher.NewCTR(b, make([]byte, 16)))
	p("ctrd", cipher.NewCTR(d, make([]byte, 8)))
	p("cbc", cipher.NewCBCEncrypter(b, make([]byte, 16)))
	p("cbcd", cipher.NewCBCDecrypter(b, make([]byte, 16)))
	p("cbcdes", cipher.NewCBCEncrypter(d, make([]byte, 8)))
	p("cbcddes", cipher.NewCBCDecrypter(d, make([]byte, 8)))
	p("ofb", cipher.NewOFB(b, make([]byte, 16)))
	p("cfb", cipher.NewCFBEncrypter(b, make([]byte, 16)))
	p("adler", adler32.New())
	p("crc32", crc32.NewIEEE())
	p("crc64", crc64.New(crc64.MakeTable(crc64.ISO)))
	p("fnv", fnv.New32())
	p("fnv", fnv.New32a())
	p("fnv", fnv.New64())
	p("fnv", fnv.New64a())
	p("fnv", fnv.New128())
	p("fnv", fnv.New128a())
	var mh maphash.Hash
	p("mh", &mh)
	p("ecdh", ecdh.P256())
	p("x", ecdh.X25519())
	k, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	p("k", k)
	pub, priv, _ := ed25519.GenerateKey(nil)
	p("pub", pub)
	p("priv", priv)
	p("Public", priv.Public())
	p("rand", rand.Reader)
}
