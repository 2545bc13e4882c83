package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"
)

func show(r *rand.Rand) {
	fmt.Println(r.Int64(), r.Uint32(), r.Uint64(), r.Int32(), r.Int(), r.Uint(), r.Int64N(1000), r.Uint64N(1<<40), r.Int32N(7), r.Uint32N(100), r.IntN(10), r.UintN(1<<20))
	fmt.Println(r.N(10*time.Second), r.N(uint8(200)), r.N(12))
	fmt.Println(r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64(), r.Perm(8))
	s := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	h := uint64(0)
	for i := range 2000 {
		h = h*31 + r.Uint64()
		h = h*31 + uint64(r.IntN(i+1))
		h = h*31 + math.Float64bits(r.NormFloat64())
		h = h*31 + math.Float64bits(r.ExpFloat64())
		h = h*31 + r.Uint64N(1<<63+uint64(i))
	}
	fmt.Println(h)
}

func main() {
	show(rand.New(rand.NewPCG(1, 2)))
	pcg := rand.NewPCG(0, 0)
	pcg.Seed(123, 456)
	fmt.Println(pcg.Uint64())
	state, err := pcg.MarshalBinary()
	fmt.Printf("%q %v\n", state, err)
	var p2 rand.PCG
	fmt.Println(p2.UnmarshalBinary(state), p2.Uint64() == pcg.Uint64(), p2.UnmarshalBinary(state[1:]))
	state, _ = pcg.AppendBinary([]byte("x"))
	fmt.Println(len(state))

	seed := [32]byte([]byte("an example seed of 32 bytes long"))
	show(rand.New(rand.NewChaCha8(seed)))
	c := rand.NewChaCha8(seed)
	for i := range 300 {
		x := c.Uint64()
		if i%37 == 0 {
			fmt.Println(i, x)
		}
	}
	b := make([]byte, 13)
	n, err := c.Read(b)
	fmt.Println(b, n, err)
	state, err = c.MarshalBinary()
	fmt.Printf("%q %v\n", state, err)
	var c2 rand.ChaCha8
	fmt.Println(c2.UnmarshalBinary(state))
	c.Read(b)
	fmt.Println(b)
	c2.Read(b)
	fmt.Println(b, c.Uint64() == c2.Uint64())
	fmt.Println(c2.UnmarshalBinary([]byte("readbuf:")), c2.UnmarshalBinary([]byte("chacha8:")), c2.UnmarshalBinary(nil))
	c.Seed([32]byte{1})
	fmt.Println(c.Uint64())
	var zero rand.ChaCha8
	fmt.Println(zero.Uint64())

	z := rand.NewZipf(rand.New(rand.NewPCG(1, 1)), 1.5, 2, 1000)
	for range 30 {
		fmt.Print(z.Uint64(), " ")
	}
	fmt.Println()
	r := rand.New(rand.NewPCG(1, 2))
	for _, f := range []func(){
		func() { r.IntN(0) }, func() { r.Int64N(-1) }, func() { r.Int32N(0) }, func() { r.UintN(0) }, func() { r.Uint32N(0) }, func() { r.Uint64N(0) },
		func() { rand.IntN(-5) }, func() { rand.N(0) }, func() { r.N(-1) }, func() { r.Shuffle(-1, nil) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	ok := rand.Int64() >= 0 && rand.Int32() >= 0 && rand.Int() >= 0 && rand.Int64N(5) < 5 && rand.Int32N(5) < 5 && rand.IntN(5) < 5
	ok = ok && rand.Uint64N(5) < 5 && rand.Uint32N(5) < 5 && rand.UintN(5) < 5 && rand.N(10*time.Second) < 10*time.Second && rand.N(uint8(3)) < 3
	f := rand.Float64() + float64(rand.Float32())
	ok = ok && f >= 0 && f < 2 && len(rand.Perm(4)) == 4 && !math.IsNaN(rand.NormFloat64()) && rand.ExpFloat64() >= 0
	_, _, _ = rand.Uint32(), rand.Uint64(), rand.Uint()
	rand.Shuffle(3, func(i, j int) { ok = ok && i < 3 && j <= i })
	fmt.Println(ok)
}
