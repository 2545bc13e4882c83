package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"crypto/subtle"
	"fmt"
	"hash"
	"hash/crc32"
)

func try(n string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(n, r)
		}
	}()
	f()
}
func fill(n int) []byte {
	b := make([]byte, n)
	x := uint32(n + 1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}
func main() {
	sum := func(n string, b []byte) { fmt.Printf("%s %d %x\n", n, len(b), md5.Sum(b)) }
	for _, k := range []int{16, 24, 32} {
		b, _ := aes.NewCipher(fill(k))
		for _, iv := range [][]byte{fill(16), {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 254}} {
			out := fill(5000)
			s := cipher.NewCTR(b, iv)
			for at, n := 0, 1; at+n < len(out); at, n = at+n, n*3%1400+1 {
				s.XORKeyStream(out[at:at+n], out[at:at+n])
			}
			sum("ctr", out)
			src := fill(4096)
			dst := make([]byte, 5000)
			e := cipher.NewCBCEncrypter(b, iv)
			e.CryptBlocks(dst, src[:1600])
			e.CryptBlocks(dst[1600:], src[1600:])
			sum("cbc", dst)
			d := cipher.NewCBCDecrypter(b, iv)
			d.CryptBlocks(dst[:160], dst[:160])
			d.CryptBlocks(dst[160:4096], dst[160:4096])
			sum("back", dst)
			fmt.Println(string(dst[:4096]) == string(src))
			d.(interface{ SetIV([]byte) }).SetIV(iv)
			d.CryptBlocks(dst, src[:32])
			sum("setiv", dst[:32])
			o := cipher.NewOFB(b, iv)
			o.XORKeyStream(dst, src[:1000])
			o.XORKeyStream(dst[1000:], src[1000:1017])
			sum("ofb", dst)
			f := cipher.NewCFBEncrypter(b, iv)
			f.XORKeyStream(dst, src[:1000])
			f.XORKeyStream(dst[1000:], src[1000:1017])
			sum("cfb", dst)
			g := cipher.NewCFBDecrypter(b, iv)
			g.XORKeyStream(dst, src[:1000])
			g.XORKeyStream(dst[1000:], src[1000:1017])
			sum("cfbd", dst)
		}
		for _, blk := range []cipher.Block{b, struct{ cipher.Block }{b}} {
			for _, nn := range []int{12, 1, 16, 17, 60} {
				for _, n := range []int{0, 1, 15, 16, 17, 64, 1000, 4096, 70001} {
					for _, ad := range []int{0, 1, 16, 33} {
						g, err := cipher.NewGCMWithNonceSize(blk, nn)
						if err != nil {
							panic(err)
						}
						if n > 4096 && (nn != 12 || ad != 1) {
							continue
						}
						ct := g.Seal([]byte("head"), fill(nn), fill(n), fill(ad))
						if n > 70 && ad == 1 || n <= 16 {
							sum("gcm", ct)
						}
						pt, err := g.Open(nil, fill(nn), ct[4:], fill(ad))
						if err != nil || string(pt) != string(fill(n)) {
							fmt.Println("bad", err)
						}
						ct[4] ^= 1
						if _, err = g.Open(nil, fill(nn), ct[4:], fill(ad)); ad == 0 && nn == 12 {
							fmt.Println(err)
						}
					}
				}
			}
			for t := 11; t < 18; t++ {
				g, err := cipher.NewGCMWithTagSize(blk, t)
				if err != nil {
					fmt.Println(err)
					continue
				}
				sum("tag", g.Seal(nil, fill(12), fill(9), nil))
				fmt.Println(g.Overhead(), g.NonceSize())
			}
			_, err := cipher.NewGCMWithNonceSize(blk, 0)
			fmt.Println(err)
			// counters that wrap
			iv := fill(16)
			g, _ := cipher.NewGCMWithNonceSize(blk, 16)
			sum("wrap", g.Seal(nil, iv, fill(333), nil))
			buf := fill(100)
			g12, _ := cipher.NewGCM(blk)
			try("seal overlap", func() { g12.Seal(buf[1:1], iv[:12], buf[:50], nil) })
			try("seal in place", func() { sum("inplace", g12.Seal(buf[:0], iv[:12], buf[:50], nil)) })
			try("ad overlap", func() { g12.Seal(buf[:0], iv[:12], nil, buf[:10]) })
			try("open overlap", func() { g12.Open(buf[1:1], iv[:12], buf[:50], nil) })
			try("nonce", func() { g12.Open(buf[1:1], iv[:11], buf[:50], nil) })
			buf = fill(100)
			_, err = g12.Open(buf[:2], iv[:12], fill(40), nil)
			fmt.Println(err, buf[:30])
			r, err := cipher.NewGCMWithRandomNonce(blk)
			fmt.Println(err)
			if err == nil {
				ct := r.Seal(nil, nil, fill(50), nil)
				pt, err := r.Open(nil, nil, ct, nil)
				fmt.Println(len(ct), string(pt) == string(fill(50)), err, r.Overhead(), r.NonceSize())
				in := fill(100)
				c2 := r.Seal(in[:0], nil, in[:50], nil)
				pt, err = r.Open(c2[:0], nil, c2, nil)
				fmt.Println(string(pt) == string(fill(100)[:50]), err)
				try("rn", func() { r.Seal(nil, iv, nil, nil) })
			}
			try("ctr iv", func() { cipher.NewCTR(blk, iv[:3]) })
			try("cbc iv", func() { cipher.NewCBCEncrypter(blk, iv[:3]) })
			try("ofb iv", func() { cipher.NewOFB(blk, iv[:3]) })
			try("cbc ov", func() { cipher.NewCBCEncrypter(blk, iv).CryptBlocks(buf[1:], buf[:16]) })
			try("cbc d ov", func() { cipher.NewCBCDecrypter(blk, iv).CryptBlocks(buf[1:], buf[:16]) })
			try("cbc len", func() { cipher.NewCBCDecrypter(blk, iv).CryptBlocks(buf[1:], buf[:17]) })
			try("cbc short", func() { cipher.NewCBCDecrypter(blk, iv).CryptBlocks(nil, buf[:16]) })
			try("ctr ov", func() { cipher.NewCTR(blk, iv).XORKeyStream(buf[1:], buf[:17]) })
			try("ctr short", func() { cipher.NewCTR(blk, iv).XORKeyStream(nil, buf[:17]) })
			try("ofb ov", func() { cipher.NewOFB(blk, iv).XORKeyStream(buf[1:], buf[:17]) })
			try("cfb ov", func() { cipher.NewCFBEncrypter(blk, iv).XORKeyStream(buf[1:], buf[:17]) })
			try("blk ov", func() { blk.Encrypt(buf[1:], buf) })
			try("blk ovd", func() { blk.Decrypt(buf[1:], buf) })
			try("blk short", func() { blk.Encrypt(buf[:3], buf) })
			try("blk short2", func() { blk.Decrypt(buf, buf[:3]) })
			try("setiv", func() { cipher.NewCBCDecrypter(blk, iv).(interface{ SetIV([]byte) }).SetIV(nil) })
		}
	}
	d, _ := des.NewTripleDESCipher(fill(24))
	out := make([]byte, 64)
	cipher.NewCBCEncrypter(d, fill(8)).CryptBlocks(out, fill(64))
	sum("3des", out)
	cipher.NewCTR(d, fill(8)).XORKeyStream(out, out)
	sum("3des ctr", out)
	_, err := cipher.NewGCM(d)
	fmt.Println(err)
	cipher.NewCBCDecrypter(d, fill(8)).CryptBlocks(out, out)
	sum("3desd", out)
	for _, n := range []int{0, 1, 55, 56, 63, 64, 65, 111, 112, 119, 127, 128, 129, 1000} {
		b := fill(n)
		fmt.Printf("%x %x %x %x %x %x %08x\n", sha1.Sum(b), sha256.Sum224(b), sha256.Sum256(b), sha512.Sum384(b), sha512.Sum512_224(b), sha3.Sum256(b), crc32.ChecksumIEEE(b))
		for _, h := range []hash.Hash{sha1.New(), sha256.New(), sha512.New(), md5.New(), sha3.New512(), crc32.New(crc32.MakeTable(crc32.Castagnoli)), crc32.NewIEEE()} {
			h.Write(b)
			h.Write(b[n/2:])
			fmt.Printf(" %x", h.Sum(nil))
		}
		fmt.Println()
	}
	x := fill(100)
	fmt.Println(subtle.XORBytes(x, x[:50], x[50:]), subtle.XORBytes(x[50:], x[:50], x[50:]), subtle.XORBytes(x, x[:20], x[:20]))
	sum("xor", x)
	try("xor", func() { subtle.XORBytes(x[1:], x[:5], x[50:]) })
	try("xor", func() { subtle.XORBytes(x[49:], x[:5], x[50:]) })
	try("xor", func() { subtle.XORBytes(nil, x[:5], x[50:]) })
	fmt.Println(subtle.XORBytes(nil, nil, x), subtle.ConstantTimeCompare(x, x), subtle.ConstantTimeCompare(x, fill(100)), subtle.ConstantTimeCompare(x, nil))
	r, _ := rc4.NewCipher(x)
	try("rc4", func() { r.XORKeyStream(x[1:], x[:5]) })
	try("rc4", func() { r.XORKeyStream(x[:1:1], x[:5]) })
}
