package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"strings"
)

type inner struct {
	A [3]uint16
	B bool
}

type all struct {
	I8   int8
	U8   uint8
	I16  int16
	U16  uint16
	_    [3]byte
	I32  int32
	U32  uint32
	I64  int64
	U64  uint64
	F32  float32
	F64  float64
	C64  complex64
	C128 complex128
	In   inner
	Ins  [2]inner
}

type hidden struct {
	A uint8
	b uint16
}

type swapped struct{ binary.ByteOrder }

func (s swapped) PutUint16(b []byte, v uint16) { binary.LittleEndian.PutUint16(b, v+1) }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func main() {
	v := all{-1, 2, -3, 4, [3]byte{}, -5, 6, -7, 8, 1.5, -2.25, 1 + 2i, 3 - 4i, inner{[3]uint16{1, 2, 3}, true}, [2]inner{{[3]uint16{4, 5, 6}, false}, {[3]uint16{7, 8, 9}, true}}}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian, binary.NativeEndian} {
		var b bytes.Buffer
		fmt.Println(order, binary.Write(&b, order, v), b.Len(), binary.Size(v), binary.Size(&v))
		fmt.Printf("%x\n", b.Bytes())
		var w all
		fmt.Println(binary.Read(bytes.NewReader(b.Bytes()), order, &w), w == v)
		list := []all{v, v}
		out, err := binary.Append([]byte("head"), order, list)
		fmt.Println(len(out), err, string(out[:4]))
		back := make([]all, 2)
		n, err := binary.Decode(out[4:], order, back)
		fmt.Println(n, err, back[1] == v)
		n, err = binary.Encode(make([]byte, 10), order, list)
		fmt.Println(n, err)
	}
	for _, x := range []any{int8(-1), uint16(7), int32(-5), uint64(9), float32(1.5), math.Inf(-1), true, complex64(1i), []uint16{1, 2}, [2]int8{3, -4}, []bool{true, false}, []float32{1, -1}, []byte("abc"), struct{}{}, []int64{}} {
		var b bytes.Buffer
		err := binary.Write(&b, binary.BigEndian, x)
		fmt.Printf("%T %v % x %d\n", x, err, b.Bytes(), binary.Size(x))
	}
	// What has no fixed size.
	var none *uint32
	try("nil", func() { binary.Write(io.Discard, binary.LittleEndian, nil) })
	try("nil pointer", func() { binary.Write(io.Discard, binary.LittleEndian, none) })
	try("nil pointer", func() { binary.Read(strings.NewReader("abcd"), binary.LittleEndian, none) })
	for _, x := range []any{1, "s", uint(1), []int{1}, []string{"a"}, map[int]int{}, new(string), struct{ S string }{}, &[]int32{5}, [2]int{}} {
		var b bytes.Buffer
		fmt.Printf("%T %v %d\n", x, binary.Write(&b, binary.LittleEndian, x), binary.Size(x))
		_, err := binary.Append(nil, binary.LittleEndian, x)
		fmt.Println(err)
	}
	r := strings.NewReader("abcdefgh")
	fmt.Println(binary.Read(r, binary.LittleEndian, 5))
	fmt.Println(binary.Read(r, binary.LittleEndian, uint32(5)))
	fmt.Println(binary.Read(r, binary.LittleEndian, new(string)))
	slice := make([]uint16, 2)
	fmt.Println(binary.Read(r, binary.BigEndian, &slice), slice)
	var u uint64
	fmt.Println(binary.Read(r, binary.BigEndian, &u) == io.ErrUnexpectedEOF)
	fmt.Println(binary.Read(r, binary.BigEndian, &u) == io.EOF)
	var f float32
	fmt.Println(binary.Read(bytes.NewReader([]byte{0x3f, 0xc0, 0, 0}), binary.BigEndian, &f), f)
	var bools [4]bool
	fmt.Println(binary.Read(bytes.NewReader([]byte{0, 1, 2, 255}), binary.BigEndian, &bools), bools)
	// Fields that cannot be set.
	var b bytes.Buffer
	fmt.Println(binary.Write(&b, binary.BigEndian, hidden{1, 2}), b.Bytes())
	try("hidden", func() { fmt.Println(binary.Read(&b, binary.BigEndian, &hidden{})) })
	// An order of the program.
	b.Reset()
	fmt.Println(binary.Write(&b, swapped{binary.BigEndian}, []uint16{1, 2}), b.Bytes())
	fmt.Println(binary.Write(&b, swapped{binary.BigEndian}, uint32(1)), b.Bytes())
	// Too short.
	for n := range 8 {
		s := make([]byte, n)
		try("Uint16", func() { fmt.Println(binary.LittleEndian.Uint16(s), binary.BigEndian.Uint16(s)) })
		try("Uint32", func() { fmt.Println(binary.LittleEndian.Uint32(s)) })
		try("Uint64", func() { fmt.Println(binary.BigEndian.Uint64(s)) })
		try("Put32", func() { binary.BigEndian.PutUint32(s, 1); fmt.Println(s) })
		try("Put64", func() { binary.LittleEndian.PutUint64(s, 1); fmt.Println(s) })
		try("PutUvarint", func() { fmt.Println(binary.PutUvarint(s, 1<<40)) })
		fmt.Println(s)
	}
	var app []byte
	for i := range 20 {
		app = binary.BigEndian.AppendUint16(app, uint16(i))
		app = binary.LittleEndian.AppendUint32(app, uint32(i)<<20)
		app = binary.AppendUvarint(app, 1<<uint(3*i))
		app = binary.NativeEndian.AppendUint64(app, uint64(i))
		fmt.Print(cap(app), " ")
	}
	fmt.Printf("%x\n", app)
	for _, s := range [][]byte{nil, {1}, {0x80}, {0x80, 1}, bytes.Repeat([]byte{0xff}, 9), append(bytes.Repeat([]byte{0xff}, 9), 1), append(bytes.Repeat([]byte{0xff}, 9), 2), bytes.Repeat([]byte{0xff}, 12)} {
		n, k := binary.Uvarint(s)
		m, l := binary.Varint(s)
		fmt.Println(n, k, m, l)
	}
}
