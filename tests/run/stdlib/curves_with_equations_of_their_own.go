package main

import (
	"crypto/elliptic"
	"fmt"
	"math/big"
)

// A Koblitz curve, y² = x³ + 7, of its own arithmetic: of its parameters only
// the field is filled in, since b of CurveParams would mean another equation.
type koblitz struct{ *elliptic.CurveParams }

func (k koblitz) IsOnCurve(x, y *big.Int) bool {
	left := new(big.Int).Exp(y, big.NewInt(2), k.P)
	right := new(big.Int).Exp(x, big.NewInt(3), k.P)
	right.Add(right, big.NewInt(7)).Mod(right, k.P)
	return left.Cmp(right) == 0
}

// A curve that reads points by itself.
type reader struct{ koblitz }

func (reader) Unmarshal(data []byte) (x, y *big.Int) {
	return big.NewInt(int64(len(data))), big.NewInt(1)
}

func (reader) UnmarshalCompressed(data []byte) (x, y *big.Int) {
	return big.NewInt(int64(len(data))), big.NewInt(2)
}

func main() {
	k := koblitz{&elliptic.CurveParams{P: big.NewInt(223), N: big.NewInt(7), BitSize: 8, Name: "small"}}
	x, y := big.NewInt(192), big.NewInt(105)
	fmt.Println(k.IsOnCurve(x, y))
	text := elliptic.Marshal(k, x, y)
	fmt.Println(text, elliptic.MarshalCompressed(k, x, y))
	fmt.Println(elliptic.Unmarshal(k, text))
	fmt.Println(elliptic.Unmarshal(k, []byte{4, 192, 106}))
	fmt.Println(elliptic.Unmarshal(k, []byte{4, 230, 105}))
	fmt.Println(elliptic.Unmarshal(reader{k}, text))
	fmt.Println(elliptic.UnmarshalCompressed(reader{k}, text))
	func() {
		defer func() { fmt.Println(recover()) }()
		elliptic.Marshal(k, x, big.NewInt(1))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		elliptic.MarshalCompressed(k, x, big.NewInt(1))
	}()
	// y is 0, and has no other sign.
	flat := &elliptic.CurveParams{P: big.NewInt(11), N: big.NewInt(7), B: big.NewInt(2), BitSize: 4}
	fmt.Println(elliptic.UnmarshalCompressed(flat, []byte{3, 1}))
	fmt.Println(elliptic.UnmarshalCompressed(elliptic.P256(), elliptic.MarshalCompressed(elliptic.P256(), elliptic.P256().Params().Gx, elliptic.P256().Params().Gy)))
}
