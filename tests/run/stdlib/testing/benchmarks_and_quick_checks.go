package main

import (
	"errors"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"testing/quick"
)

func main() {
	testing.Init()
	n := 0
	r := testing.Benchmark(func(b *testing.B) {
		for range b.N {
			n++
		}
	})
	fmt.Println(r.N > 0, r.T > 0, r.NsPerOp() >= 0, n >= r.N)
	r = testing.Benchmark(func(b *testing.B) {
		b.SetBytes(100)
		for b.Loop() {
			n++
		}
		b.ReportMetric(2.5, "things/op")
	})
	fmt.Println(r.N > 0, r.T > 0, r.Bytes, r.Extra)
	r = testing.Benchmark(func(b *testing.B) { b.Fatal("no") })
	fmt.Println(r.N, r.T)
	for _, r := range []testing.BenchmarkResult{{N: 100, T: 1e9}, {N: 1000000, T: 1e6}, {N: 3, T: 1000, Bytes: 10, MemAllocs: 7, MemBytes: 100}, {N: 7, T: 1, Extra: map[string]float64{"x": 1.5, "a": 1e9, "ns/op": 0.001}}, {}} {
		fmt.Printf("%s|%s|%d %d %d\n", r, r.MemString(), r.NsPerOp(), r.AllocsPerOp(), r.AllocedBytesPerOp())
	}

	// Random arguments.
	fmt.Println(quick.Check(func(a, b int) bool { return a+b == b+a }, nil))
	err := quick.Check(func(x uint8) bool { return x < 200 }, &quick.Config{MaxCount: 10000, Rand: rand.New(rand.NewSource(1))})
	var ce *quick.CheckError
	fmt.Println(err, errors.As(err, &ce))
	fmt.Println(quick.CheckEqual(strings.ToUpper, strings.ToUpper, nil))
	err = quick.CheckEqual(func(s []int8) int { return len(s) }, func(s []int8) int { return cap(s) / 2 * 2 }, &quick.Config{Rand: rand.New(rand.NewSource(3))})
	fmt.Println(err)
	fmt.Println(quick.Check(1, nil), quick.Check(func() {}, nil), quick.Check(func() int { return 1 }, nil), quick.Check(func(chan int) bool { return true }, nil), quick.CheckEqual(1, 2, nil))
	type thing struct {
		A int
		B string
		C *float64
		D map[bool]uint16
		E [2]complex128
	}
	random := rand.New(rand.NewSource(7))
	for range 3 {
		v, ok := quick.Value(reflect.TypeFor[thing](), random)
		x := v.Interface().(thing)
		fmt.Printf("%d %q %v %v %v %v\n", x.A, x.B, x.C != nil, len(x.D), x.E, ok)
	}
}
