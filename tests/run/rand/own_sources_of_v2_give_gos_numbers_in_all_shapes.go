package main

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// counting is a source of the program's.
type counting struct {
	src rand.Source
	n   int
}

func (c *counting) Uint64() uint64 {
	c.n++
	return c.src.Uint64()
}

func draw(r *rand.Rand) {
	for _, n := range []int{1, 2, 3, 10, 64, 1000, 1<<31 - 1, 1 << 31, 1<<31 + 1, 1 << 40, 3 << 60, 1<<63 - 1} {
		fmt.Print(r.IntN(n), " ", r.Int64N(int64(n)), " ", r.Uint64N(uint64(n)), " ", r.UintN(uint(n)), " ")
	}
	fmt.Println(r.Int32N(77), r.Uint32N(1<<32-1))
	fmt.Println(r.Int64(), r.Uint32(), r.Uint64(), r.Int32(), r.Int(), r.Uint())
	fmt.Println(r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64())
	fmt.Println(r.Perm(12), r.Perm(0), r.Perm(1))
	s := []int{0, 1, 2, 3, 4, 5, 6, 7}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	norm, exp := 0.0, 0.0
	for range 20000 {
		norm += r.NormFloat64()
		exp += r.ExpFloat64()
	}
	fmt.Println(norm, exp)
	z := rand.NewZipf(r, 1.5, 2, 100)
	fmt.Println(z.Uint64(), z.Uint64(), z.Uint64())
}

func main() {
	pcg := rand.NewPCG(1, 2)
	cha := rand.NewChaCha8([32]byte([]byte("chacha8: 32-byte seed of a test.")))
	for range 2 {
		draw(rand.New(pcg))
		draw(rand.New(cha))
	}
	draw(rand.New(rand.NewPCG(1<<64-1, 1<<64-1)))
	c := &counting{src: rand.NewPCG(1, 2)}
	draw(rand.New(c))
	fmt.Println(c.n)

	// The states go on where they are.
	for i := range 70 {
		x := cha.Uint64()
		if i%9 == 0 {
			state, _ := cha.MarshalBinary()
			var other rand.ChaCha8
			fmt.Println(x, other.UnmarshalBinary(state), other.Uint64() == cha.Uint64())
		}
	}
	b := make([]byte, 13)
	cha.Read(b)
	fmt.Println(b, cha.Uint64())
	state, _ := pcg.MarshalBinary()
	fmt.Printf("%q %d\n", state, pcg.Uint64())

	r := rand.New(pcg)
	try := func(name string, f func()) {
		defer func() { fmt.Println(name, recover()) }()
		f()
	}
	try("IntN", func() { r.IntN(0) })
	try("Int64N", func() { r.Int64N(-1) })
	try("Uint64N", func() { r.Uint64N(0) })
	try("Int32N", func() { r.Int32N(0) })
	try("Uint32N", func() { r.Uint32N(0) })
	try("UintN", func() { r.UintN(0) })
	try("N", func() { rand.N(time.Duration(0)) })
	try("Shuffle", func() { r.Shuffle(-1, nil) })
	try("Perm", func() { r.Perm(-1) })
	try("rand.IntN", func() { rand.IntN(-3) })
	try("nil", func() { var p *rand.PCG; p.Uint64() })
	try("nil", func() { var p *rand.PCG; rand.New(p).IntN(5) })
	try("nil", func() { var c *rand.ChaCha8; rand.New(c).IntN(5) })
	for range 1000 {
		if n := rand.IntN(7); n < 0 || n >= 7 {
			fmt.Println("out of range", n)
		}
		if f := rand.Float64(); f < 0 || f >= 1 {
			fmt.Println("out of range", f)
		}
		if d := rand.N(time.Minute); d < 0 || d >= time.Minute {
			fmt.Println("out of range", d)
		}
	}
}
