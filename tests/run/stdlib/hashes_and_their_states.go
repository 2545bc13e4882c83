package main

import (
	"crypto"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/md5"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"strings"
)

func main() {
	text := make([]byte, 1000)
	for i := range text {
		text[i] = byte(i*i + i>>3)
	}
	ecma := crc64.MakeTable(crc64.ECMA)
	hashes := []struct {
		name string
		make func() hash.Hash
	}{
		{"md5", md5.New}, {"sha1", sha1.New}, {"sha256", sha256.New}, {"sha224", sha256.New224}, {"sha512", sha512.New}, {"sha384", sha512.New384},
		{"sha512/224", sha512.New512_224}, {"sha512/256", sha512.New512_256}, {"sha3-224", func() hash.Hash { return sha3.New224() }},
		{"sha3-256", func() hash.Hash { return sha3.New256() }}, {"sha3-384", func() hash.Hash { return sha3.New384() }}, {"sha3-512", func() hash.Hash { return sha3.New512() }},
		{"adler32", func() hash.Hash { return adler32.New() }}, {"crc32", func() hash.Hash { return crc32.NewIEEE() }},
		{"castagnoli", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) }}, {"koopman", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) }},
		{"crc64", func() hash.Hash { return crc64.New(ecma) }}, {"iso", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) }},
		{"fnv32", func() hash.Hash { return fnv.New32() }}, {"fnv32a", func() hash.Hash { return fnv.New32a() }}, {"fnv64", func() hash.Hash { return fnv.New64() }},
		{"fnv64a", func() hash.Hash { return fnv.New64a() }}, {"fnv128", fnv.New128}, {"fnv128a", fnv.New128a},
		{"hmac-sha256", func() hash.Hash { return hmac.New(sha256.New, []byte("key")) }}, {"hmac-md5", func() hash.Hash { return hmac.New(md5.New, text[:300]) }},
	}
	for _, h := range hashes {
		fmt.Println(h.name, h.make().Size(), h.make().BlockSize())
		for _, n := range []int{0, 1, 3, 55, 56, 57, 63, 64, 65, 111, 112, 113, 119, 120, 127, 128, 129, 135, 136, 137, 500, 1000} {
			x := h.make()
			for part := text[:n]; len(part) > 0; {
				m, err := x.Write(part[:min(len(part), 1+n/3)])
				if err != nil {
					panic(err)
				}
				part = part[m:]
			}
			fmt.Printf("%d %x\n", n, x.Sum([]byte{1}))
		}
		// The state goes from one hash to another.
		x := h.make()
		x.Write(text[:77])
		m, ok := x.(encoding.BinaryMarshaler)
		if !ok {
			fmt.Println("no state")
			continue
		}
		state, err := m.MarshalBinary()
		if !strings.HasPrefix(h.name, "hmac") {
			fmt.Printf("%x %v\n", state, err)
		}
		y := h.make()
		fmt.Println(y.(encoding.BinaryUnmarshaler).UnmarshalBinary(state))
		x.Write(text[77:200])
		y.Write(text[77:200])
		fmt.Printf("%x\n%x\n", x.Sum(nil), y.Sum(nil))
		if c, ok := y.(hash.Cloner); ok {
			z, err := c.Clone()
			c.Write(text[:9])
			fmt.Printf("%x %x %v\n", z.Sum(nil), y.Sum(nil), err)
		}
		y.Reset()
		fmt.Printf("%x\n", y.Sum(nil))
		if !strings.HasPrefix(h.name, "sha3") && !strings.HasPrefix(h.name, "hmac") {
			fmt.Println(y.(encoding.BinaryUnmarshaler).UnmarshalBinary(nil), y.(encoding.BinaryUnmarshaler).UnmarshalBinary(state[:5]))
		}
	}
	fmt.Printf("%x\n%x\n%x\n%x\n", md5.Sum(text), sha1.Sum(text), sha256.Sum256(text), sha256.Sum224(text))
	fmt.Printf("%x\n%x\n%x\n%x\n", sha512.Sum512(text), sha512.Sum384(text), sha512.Sum512_224(text), sha512.Sum512_256(text))
	fmt.Printf("%x\n%x\n%x\n%x\n", sha3.Sum224(text), sha3.Sum256(text), sha3.Sum384(text), sha3.Sum512(text))
	fmt.Printf("%x\n%x\n", sha3.SumSHAKE128(text, 200), sha3.SumSHAKE256(text, 300))
	s := sha3.NewCSHAKE128([]byte("name"), []byte("custom"))
	s.Write(text[:300])
	out := make([]byte, 50)
	s.Read(out)
	s.Read(out[10:])
	fmt.Printf("%x %d\n", out, s.BlockSize())
	s.Reset()
	s.Read(out)
	fmt.Printf("%x\n", out)
	fmt.Println(adler32.Checksum(text), crc32.ChecksumIEEE(text), crc32.Checksum(text, crc32.MakeTable(crc32.Koopman)), crc64.Checksum(text, ecma))
	fmt.Println(crc32.Update(crc32.ChecksumIEEE(text[:10]), crc32.IEEETable, text[10:]), crc64.Update(crc64.Checksum(text[:10], ecma), ecma, text[10:]))
	fmt.Println(hmac.Equal([]byte("abc"), []byte("abc")), hmac.Equal([]byte("abc"), []byte("abd")), hmac.Equal(nil, []byte("a")))

	// Names of hashes.
	for h := crypto.Hash(0); h < 21; h++ {
		fmt.Print(h, " ", h.Available(), " ")
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Print(r)
				}
			}()
			fmt.Print(h.Size(), " ")
			x := h.New()
			x.Write(text)
			fmt.Printf("%x", x.Sum(nil))
		}()
		fmt.Println()
	}

	// Keys.
	key, err := pbkdf2.Key(sha1.New, "password", []byte("salt"), 100, 50)
	fmt.Printf("%x %v\n", key, err)
	key, err = pbkdf2.Key(sha256.New, "", nil, 1, 0)
	fmt.Printf("%x %v\n", key, err)
	key, err = hkdf.Key(sha256.New, []byte("secret"), []byte("salt"), "info", 100)
	fmt.Printf("%x %v\n", key, err)
	key, err = hkdf.Extract(sha512.New, []byte("secret"), nil)
	fmt.Printf("%x %v\n", key, err)
	key, err = hkdf.Key(sha256.New, []byte("secret"), nil, "", 255*32+1)
	fmt.Printf("%x %v\n", key, err)

	// Hashes for tables.
	seed := maphash.MakeSeed()
	var a, b maphash.Hash
	a.SetSeed(seed)
	b.SetSeed(seed)
	a.WriteString("hello, world, and more")
	b.Write([]byte("hello, "))
	b.WriteByte('w')
	b.WriteString("orld, and more")
	fmt.Println(a.Sum64() == b.Sum64(), a.Sum64() == maphash.String(seed, "hello, world, and more"), a.Sum64() == maphash.Bytes(seed, []byte("hello, world, and more")),
		a.Sum64() != maphash.String(seed, "hello, world, and less"), a.Size(), len(a.Sum(nil)), a.Seed() == seed)
	type point struct {
		x, y int
		name string
		any  any
	}
	p := point{1, 2, "three", 4.5}
	fmt.Println(maphash.Comparable(seed, p) == maphash.Comparable(seed, point{1, 2, "three", 4.5}), maphash.Comparable(seed, p) == maphash.Comparable(seed, point{1, 2, "three", 4}),
		maphash.Comparable(seed, 0.0) == maphash.Comparable(seed, -1/1e400*0), maphash.Comparable(seed, &p) == maphash.Comparable(seed, &p), maphash.Comparable(seed, [2]string{"a", "b"}) == maphash.Comparable(seed, [2]string{"ab", ""}))
	var hasher maphash.ComparableHasher[string]
	a.Reset()
	b.Reset()
	hasher.Hash(&a, "x")
	hasher.Hash(&b, "x")
	fmt.Println(a.Sum64() == b.Sum64(), hasher.Equal("x", "y"))
	func() {
		defer func() { fmt.Println(recover()) }()
		a.SetSeed(maphash.Seed{})
	}()
}
