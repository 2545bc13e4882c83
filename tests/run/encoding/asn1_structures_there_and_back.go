package main

import (
	"encoding/asn1"
	"encoding/hex"
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strings"
	"time"
)

type inner struct {
	A int
	B string
}

type listSET []int

type all struct {
	Flag   bool
	N      int
	N32    int32 `asn1:"optional,default:7"`
	Big    *big.Int
	Bits   asn1.BitString
	Octets []byte
	OID    asn1.ObjectIdentifier
	E      asn1.Enumerated
	U      string
	I      string    `asn1:"ia5"`
	P      string    `asn1:"printable"`
	D      string    `asn1:"numeric"`
	T      time.Time
	G      time.Time `asn1:"generalized"`
	In     inner
	L      []int
	S      []int `asn1:"set"`
	SET    listSET
	X      int    `asn1:"explicit,tag:3"`
	Y      string `asn1:"tag:40,utf8"`
	Ap     int    `asn1:"application,tag:1"`
	Pr     int    `asn1:"private,tag:2"`
	Opt    string `asn1:"optional,tag:5"`
	Om     []int  `asn1:"omitempty"`
	Raw    asn1.RawValue
	Any    any
	Last   asn1.Flag `asn1:"optional,explicit,tag:9"`
}

type withRaw struct {
	Raw asn1.RawContent
	A   int
	B   int `asn1:"optional"`
}

func show(v any, params string) []byte {
	b, err := asn1.MarshalWithParams(v, params)
	fmt.Printf("%T %q %x %v\n", v, params, b, err)
	return b
}

func main() {
	v := all{
		Flag: true, N: -129, N32: 7, Big: new(big.Int).Lsh(big.NewInt(-1), 70), Bits: asn1.BitString{Bytes: []byte{0xa0, 0x80}, BitLength: 9},
		Octets: []byte{1, 2}, OID: asn1.ObjectIdentifier{2, 999, 113549, 1}, E: 5, U: "ünï", I: "a@b", P: "a*", D: "1 2",
		T: time.Date(2049, 12, 31, 23, 59, 59, 0, time.UTC), G: time.Date(1999, 1, 2, 3, 4, 5, 0, time.FixedZone("", -5400)),
		In: inner{1, "x"}, L: []int{3, 1, 2}, S: []int{300, 1, -2}, SET: listSET{2, 1}, X: 4, Y: "tagged", Ap: 5, Pr: 6,
		Raw: asn1.RawValue{Class: 2, Tag: 31, Bytes: []byte("raw")}, Any: "any", Last: true,
	}
	b := show(v, "")
	var w all
	rest, err := asn1.Unmarshal(append(b, 1, 2, 3), &w)
	fmt.Println(len(rest), err)
	again, err := asn1.Marshal(w)
	fmt.Println(string(again) == string(b), err, w.Big, w.Bits, w.OID, w.T, w.G, w.S, w.N32, w.Any, w.Last, w.Raw.Tag)
	fmt.Println(w.Bits.At(0), w.Bits.At(1), w.Bits.At(8), w.Bits.At(9), w.Bits.At(-1), w.Bits.RightAlign())

	for _, n := range []int64{0, 1, -1, 127, 128, -128, -129, 255, 256, 1 << 31, math.MaxInt64, math.MinInt64} {
		b := show(n, "")
		var i64 int64
		var i32 int32
		var e asn1.Enumerated
		_, err := asn1.Unmarshal(b, &i64)
		_, err32 := asn1.Unmarshal(b, &i32)
		_, errE := asn1.Unmarshal(b, &e)
		bb := show(big.NewInt(n), "")
		bi := new(big.Int)
		_, errB := asn1.Unmarshal(bb, &bi)
		fmt.Println(i64, err, i32, err32, errE != nil, bi, errB)
	}
	show(time.Date(1949, 1, 1, 0, 0, 0, 0, time.UTC), "")
	show(time.Date(2050, 1, 1, 0, 0, 0, 0, time.UTC), "")
	show(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), "")
	show(time.Date(2000, 1, 1, 0, 0, 0, 0, time.FixedZone("", 3600)), "generalized")
	show(withRaw{asn1.RawContent{0x30, 3, 2, 1, 9}, 1, 2}, "")
	show(withRaw{nil, 1, 2}, "")
	show([]byte(strings.Repeat("x", 300)), "tag:1")
	show([]string{"a", "ü", "*"}, "set")
	show(asn1.NullRawValue, "")
	for _, bad := range []any{nil, 1.5, map[string]int{}, struct{ a int }{}, asn1.ObjectIdentifier{1}, asn1.ObjectIdentifier{1, 40}, asn1.ObjectIdentifier{3, 1}, "\xff", (*big.Int)(nil), uint(1), []any{nil}, struct {
		N int `asn1:"utf8"`
	}{1}, struct {
		N int `asn1:"utc"`
	}{1}, struct {
		N int `asn1:"set"`
	}{1}, struct {
		N string `asn1:"numeric"`
	}{"x"}, struct {
		N string `asn1:"ia5"`
	}{"é"}, struct {
		N string `asn1:"printable"`
	}{"&"}} {
		show(bad, "")
	}

	tries := []struct {
		text string
		to   any
	}{
		{"0101ff", new(bool)}, {"010101", new(bool)}, {"0100", new(bool)}, {"020100", new(int)}, {"0200", new(int)}, {"02020001", new(int)}, {"0202ff80", new(int)}, {"0209010000000000000000", new(int)}, {"02050100000000", new(int32)},
		{"0303040f80", new(asn1.BitString)}, {"030107", new(asn1.BitString)}, {"0300", new(asn1.BitString)}, {"0302080f", new(asn1.BitString)}, {"030204f0", new(asn1.BitString)},
		{"0600", new(asn1.ObjectIdentifier)}, {"06022a80", new(asn1.ObjectIdentifier)}, {"06028001", new(asn1.ObjectIdentifier)}, {"0606ffffffffff7f", new(asn1.ObjectIdentifier)}, {"06062a8fffffff7f", new(asn1.ObjectIdentifier)}, {"06012a", new(asn1.ObjectIdentifier)},
		{"170d3530303130313030303030305a", new(time.Time)}, {"170b353030313031303030305a", new(time.Time)}, {"170d3530313330313030303030305a", new(time.Time)}, {"180f32303530303130313030303030305a", new(time.Time)}, {"1812323035303031303130303030302e352b3031", new(time.Time)},
		{"1303612a26", new(string)}, {"130140", new(string)}, {"1201303", new(string)}, {"120161", new(string)}, {"1601e9", new(string)}, {"1401e9", new(string)}, {"0c01e9", new(string)}, {"1e0400610062", new(string)}, {"1e03006100", new(string)}, {"1e04d8000061", new(string)}, {"1b0161", new(string)}, {"040161", new(string)},
		{"0401", new([]byte)}, {"04", new([]byte)}, {"", new([]byte)}, {"0480", new([]byte)}, {"048101", new([]byte)}, {"04820001", new([]byte)}, {"0485ffffffffff", new([]byte)}, {"1f1e00", new(asn1.RawValue)}, {"1f1f00", new(asn1.RawValue)}, {"1f8000", new(asn1.RawValue)},
		{"3003020101", new([]int)}, {"3003010100", new([]int)}, {"30030201", new([]int)}, {"3103020101", new([]int)}, {"3103020101", new(listSET)}, {"30060201010c0161", new(inner)}, {"3003020101", new(inner)}, {"30090201010c0161020105", new(inner)}, {"020101", new(inner)},
		{"3003020101", new(withRaw)}, {"3006020101020102", new(withRaw)}, {"0c0161", new(any)}, {"3000", new(any)}, {"0500", new(any)}, {"170d3030303130313030303030305a", new(any)}, {"0101ff", new(float64)}, {"020101", new(uint)}, {"020101", new(int8)}, {"3003020101", new([]float64)},
		{"30060c01610c0162", new([]string)}, {"3005800141", new(struct {
			S string `asn1:"tag:0,utf8"`
		})}, {"3003800141", new(struct {
			S string `asn1:"tag:0,ia5"`
		})}, {"3005a003020105", new(struct {
			N int `asn1:"explicit,tag:0"`
		})}, {"3003020105", new(struct {
			N int `asn1:"explicit,tag:0,optional,default:9"`
		})}, {"3000", new(struct {
			N int `asn1:"explicit,tag:0,optional,default:9"`
		})}, {"3002a000", new(struct {
			F asn1.Flag `asn1:"explicit,tag:0"`
		})}, {"3002a000", new(struct {
			N int `asn1:"explicit,tag:0"`
		})}, {"3000", new(struct{ N int })}, {"3000", new(struct{ n int })},
	}
	for _, t := range tries {
		b, _ := hex.DecodeString(t.text)
		rest, err := asn1.Unmarshal(b, t.to)
		text := fmt.Sprint(err)
		if i := strings.Index(text, " tag:0x"); i >= 0 {
			text = text[:i] // an address
		}
		switch x := t.to.(type) {
		case *any:
			fmt.Printf("%s %T %v %v %v\n", t.text, *x, *x, rest, text)
		case *time.Time:
			fmt.Println(t.text, x.UTC(), rest, text)
		default:
			fmt.Printf("%s %+v %v %v\n", t.text, reflect.ValueOf(t.to).Elem(), rest, text)
		}
	}
	for _, to := range []any{nil, 5, (*int)(nil)} {
		_, err := asn1.Unmarshal(nil, to)
		fmt.Println(err)
	}
	rest, err = asn1.UnmarshalWithParams([]byte{0x85, 1, 9}, new(int), "tag:5")
	fmt.Println(rest, err)
	fmt.Println(asn1.ObjectIdentifier{1, 2}.Equal(asn1.ObjectIdentifier{1, 2}), asn1.ObjectIdentifier{1, 2, 840}, asn1.NullBytes)
}
