package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/fnv"
	"io"
	"strings"
)

func main() {
	hashes := []func() hash.Hash{
		md5.New, sha1.New, sha256.New, sha256.New224,
		func() hash.Hash { return crc32.NewIEEE() }, func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) },
		func() hash.Hash { return adler32.New() }, func() hash.Hash { return fnv.New32() }, func() hash.Hash { return fnv.New32a() },
		func() hash.Hash { return fnv.New64() }, func() hash.Hash { return fnv.New64a() },
		func() hash.Hash { return hmac.New(sha256.New, []byte("key")) }, func() hash.Hash { return hmac.New(md5.New, bytes.Repeat([]byte("k"), 100)) },
	}
	text := strings.Repeat("The quick brown fox jumps over the lazy dog. ", 10)
	for i, f := range hashes {
		h := f()
		for _, n := range []int{0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 300} {
			h.Reset()
			io.WriteString(h, text[:n/2])
			h.Sum(nil)
			io.WriteString(h, text[n/2:n])
			fmt.Printf("%d %d %x\n", i, n, h.Sum([]byte{1}))
		}
		fmt.Println(h.Size(), h.BlockSize())
	}
	fmt.Printf("%x %x %x %x\n", md5.Sum([]byte("a")), sha1.Sum([]byte("a")), sha256.Sum256([]byte("a")), sha256.Sum224([]byte("a")))
	fmt.Println(crc32.ChecksumIEEE([]byte("a")), crc32.Update(1, crc32.IEEETable, []byte("b")), crc32.Checksum([]byte("x"), crc32.MakeTable(crc32.Koopman)), adler32.Checksum([]byte(text)), hmac.Equal([]byte("a"), []byte("a")), hmac.Equal([]byte("a"), []byte("b")))

	b := make([]byte, 8)
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		o.PutUint64(b, 0x0102030405060708)
		fmt.Println(o, b, o.Uint16(b), o.Uint32(b[2:]), o.Uint64(b))
		fmt.Printf("%#v %v\n", o, o)
		o.PutUint16(b, 0xfffe)
		o.PutUint32(b[4:], 0xfffefdfc)
		fmt.Println(b)
	}
	fmt.Println(binary.BigEndian.AppendUint32(nil, 1), binary.LittleEndian.AppendUint16(nil, 1), binary.BigEndian.AppendUint64([]byte{9}, 1))
	for _, x := range []uint64{0, 1, 127, 128, 300, 1 << 32, 1<<64 - 1} {
		v := binary.AppendUvarint(nil, x)
		y, n := binary.Uvarint(v)
		s := binary.AppendVarint(nil, -int64(x))
		z, m := binary.Varint(s)
		r, err := binary.ReadUvarint(bytes.NewReader(v))
		fmt.Println(v, y, n, s, z, m, r, err, binary.PutVarint(make([]byte, 10), int64(x)))
	}
	fmt.Println(binary.Uvarint([]byte{0x80}))
	fmt.Println(binary.Uvarint(bytes.Repeat([]byte{0xff}, 11)))
	fmt.Println(binary.ReadUvarint(bytes.NewReader([]byte{0x80})))
	fmt.Println(binary.ReadVarint(bytes.NewReader(bytes.Repeat([]byte{0xff}, 11))))
	type T struct {
		A int8
		B uint16
		C [2]int32
		_ uint8
		D float32
		E struct{ F bool }
		G complex128
	}
	in := T{A: -1, B: 2, C: [2]int32{-3, 4}, D: 1.5, G: 2 + 3i}
	in.E.F = true
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		var out bytes.Buffer
		fmt.Println(binary.Write(&out, o, in), binary.Size(in), out.Bytes())
		var back T
		fmt.Println(binary.Read(&out, o, &back), back == in)
		fmt.Println(binary.Write(&out, o, []int16{1, -2}), out.Bytes())
		list := make([]int16, 2)
		fmt.Println(binary.Read(&out, o, list), list)
		fmt.Println(binary.Read(&out, o, list))
	}
	fmt.Println(binary.Write(io.Discard, binary.BigEndian, "text"), binary.Write(io.Discard, binary.BigEndian, 1), binary.Size([]string{}), binary.Read(nil, binary.BigEndian, 5))
	e, err := binary.Append(nil, binary.BigEndian, uint32(7))
	fmt.Println(e, err)
	var u uint32
	n, err := binary.Decode(e, binary.BigEndian, &u)
	fmt.Println(n, err, u)
	n, err = binary.Encode(make([]byte, 3), binary.BigEndian, u)
	fmt.Println(n, err)
}
