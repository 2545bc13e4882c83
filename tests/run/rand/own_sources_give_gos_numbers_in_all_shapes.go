package main

import (
	"fmt"
	"math/rand"
)

// counting is a source of the program's.
type counting struct {
	rand.Source
	n int
}

func (c *counting) Int63() int64 {
	c.n++
	return c.Source.Int63()
}

func draw(r *rand.Rand) {
	for _, n := range []int{1, 2, 3, 10, 64, 1000, 1<<31 - 2, 1<<31 - 1, 1 << 31, 1<<31 + 1, 1 << 40, 3 << 60, 1<<63 - 1} {
		fmt.Print(r.Intn(n), " ", r.Int63n(int64(n)), " ")
		if n < 1<<31 {
			fmt.Print(r.Int31n(int32(n)), " ")
		}
	}
	fmt.Println()
	fmt.Println(r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int())
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
	b := make([]byte, 11)
	r.Read(b)
	fmt.Println(b, r.Int63())
	z := rand.NewZipf(r, 1.5, 2, 100)
	fmt.Println(z.Uint64(), z.Uint64(), z.Uint64())
}

func main() {
	for _, seed := range []int64{0, 1, 42, -7, 1 << 40} {
		draw(rand.New(rand.NewSource(seed)))
	}
	c := &counting{Source: rand.NewSource(42)}
	draw(rand.New(c))
	fmt.Println(c.n)

	// Two that share a source, and one that is seeded again.
	src := rand.NewSource(5)
	a, b := rand.New(src), rand.New(src)
	fmt.Println(a.Intn(100), b.Intn(100), a.Intn(100), src.Int63(), src.(rand.Source64).Uint64())
	a.Seed(5)
	fmt.Println(b.Intn(100))
	copied := *a
	fmt.Println(copied.Intn(100), a.Intn(100))

	try := func(name string, f func()) {
		defer func() { fmt.Println(name, recover()) }()
		f()
	}
	try("Intn", func() { a.Intn(0) })
	try("Intn", func() { a.Intn(-1) })
	try("Int63n", func() { a.Int63n(0) })
	try("Int31n", func() { a.Int31n(-5) })
	try("Perm", func() { a.Perm(-1) })
	try("Shuffle", func() { a.Shuffle(-1, nil) })
	try("rand.Intn", func() { rand.Intn(0) })
	try("rand.Int31n", func() { rand.Int31n(0) })
	try("nil", func() { var r *rand.Rand; r.Intn(5) })
	try("nil", func() { rand.New(nil).Intn(5) })
	for range 1000 {
		if n := rand.Intn(7); n < 0 || n >= 7 {
			fmt.Println("out of range", n)
		}
		if f := rand.Float64(); f < 0 || f >= 1 {
			fmt.Println("out of range", f)
		}
		if rand.Int() < 0 || rand.Int63() < 0 {
			fmt.Println("negative")
		}
	}
}
