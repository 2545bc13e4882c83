package main

import (
	"fmt"
	"math"
	"math/rand"
)

// plain is a source without Uint64.
type plain struct{ x int64 }

func (p *plain) Int63() int64    { p.x = p.x*6364136223846793005 + 1; return p.x &^ math.MinInt64 }
func (p *plain) Seed(seed int64) { p.x = seed }

func main() {
	for _, seed := range []int64{0, 1, 2, 42, -1, -7, 1 << 31, 1<<31 - 1, math.MaxInt64, math.MinInt64, 20261121} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println(seed, r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int(), r.Int63n(1000), r.Int63n(1<<40), r.Int31n(7), r.Int31n(1<<20), r.Intn(10), r.Intn(1<<40))
		fmt.Println(r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64())
		fmt.Println(r.Perm(8), r.Perm(0))
		s := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		fmt.Println(s)
		b := make([]byte, 10)
		n, err := r.Read(b)
		fmt.Println(b, n, err)
		r.Read(b[:3])
		fmt.Println(b[:3])
		r.Seed(seed)
		fmt.Println(r.Int63())
	}
	r := rand.New(rand.NewSource(5))
	h := uint64(0)
	for i := range 3000 {
		h = h*31 + r.Uint64()
		h = h*31 + uint64(r.Intn(i+1))
		h = h*31 + math.Float64bits(r.NormFloat64())
		h = h*31 + math.Float64bits(r.ExpFloat64())
		h = h*31 + math.Float64bits(r.Float64())
		h = h*31 + uint64(math.Float32bits(r.Float32()))
	}
	fmt.Println(h)

	p := rand.New(&plain{3})
	fmt.Println(p.Uint64(), p.Uint64(), p.Int63(), p.Float64(), p.Perm(5))
	p.Seed(3)
	fmt.Println(p.Uint64())

	z := rand.NewZipf(rand.New(rand.NewSource(1)), 1.5, 2, 1000)
	for range 30 {
		fmt.Print(z.Uint64(), " ")
	}
	fmt.Println(rand.NewZipf(r, 1, 2, 3) == nil, rand.NewZipf(r, 2, 0.5, 3) == nil)
	for _, f := range []func(){
		func() { r.Intn(0) }, func() { r.Int63n(-1) }, func() { r.Int31n(0) }, func() { rand.Intn(-5) },
		func() { r.Shuffle(-1, nil) }, func() { (*rand.Zipf)(nil).Uint64() }, func() { rand.Perm(-1) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}

	// The functions of the package have a seed that changes with each run.
	rand.Seed(1)
	ok := rand.Int63() >= 0 && rand.Int31() >= 0 && rand.Int() >= 0 && rand.Int63n(5) < 5 && rand.Int31n(5) < 5 && rand.Intn(5) < 5
	f := rand.Float64() + float64(rand.Float32())
	ok = ok && f >= 0 && f < 2 && len(rand.Perm(4)) == 4 && !math.IsNaN(rand.NormFloat64()) && rand.ExpFloat64() >= 0
	_, _ = rand.Uint32(), rand.Uint64()
	rand.Shuffle(3, func(i, j int) { ok = ok && i < 3 && j <= i })
	n, err := rand.Read(make([]byte, 5))
	fmt.Println(ok, n, err)
}
