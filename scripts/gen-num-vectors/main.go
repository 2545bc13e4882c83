// Command gen-num-vectors writes what Go's math gives for random arguments, one call a line: name, arguments and
// results in hexadecimal. The tests of src/native/num read it:
//
//	scripts/gen-num-vectors/run -n 30 > src/native/num/vectors.txt
//	scripts/gen-num-vectors/run -n 200000 > vectors && NUM_VECTORS=$PWD/vectors cargo test num::vectors
package main

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	_ "math/cmplx"
	"math/rand"
	"os"
	_ "unsafe" // for linkname

)

var special = []float64{
	0, math.Copysign(0, -1), 1, -1, 2, -2, 0.5, -0.5, 3, 10, 0.25, 0.75, math.Pi, math.Pi / 2, math.Pi / 4, math.E, math.Sqrt2, math.Sqrt2 / 2,
	1e-300, -1e-300, 1e300, -1e300, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-310, math.MaxFloat64, -math.MaxFloat64,
	math.Inf(1), math.Inf(-1), math.NaN(), 1 << 29, 1<<29 + 0.5, 1 << 53, 1 << 62, 1 << 63, 709.78, -745.13, 1023.5, -1074.5, 21, 33, 143, 171.5, 200.5, -33.5, -170.5,
	0.84375, 1.25, 6, 28, 0.85, 0.625, 1.4616321449683623, 1e10, 1e15, 1e17, -3, -4, -2.5, 1e-9, -1e-9, 8, 4.5454, 2.8571, 1e100, 34, 1e-20,
}

// argument gives numbers of many sizes.
func argument(r *rand.Rand) float64 {
	switch r.Intn(10) {
	case 0:
		return math.Float64frombits(r.Uint64())
	case 1:
		return special[r.Intn(len(special))]
	case 2:
		return r.Float64()*2 - 1
	case 3:
		return (r.Float64()*2 - 1) * 1000
	case 4:
		return float64(r.Intn(400) - 200)
	case 5:
		return float64(r.Intn(400)-200) / 4
	case 6:
		return math.Ldexp(r.Float64()-0.5, r.Intn(60)-30)
	case 7:
		return (r.Float64()*2 - 1) * 40
	case 8:
		return r.NormFloat64()
	default:
		return r.Float64() * 8
	}
}

func bits(f float64) uint64 {
	if f != f {
		return 0x7ff8000000000001 // which NaN it is may depend on the machine
	}
	return math.Float64bits(f)
}

//go:linkname reducePi math/cmplx.reducePi
func reducePi(x float64) float64

func main() {
	n := flag.Int("n", 30, "calls per function")
	flag.Parse()
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	r := rand.New(rand.NewSource(1))

	unary := []struct {
		name string
		f    func(float64) float64
	}{
		{"acos", math.Acos}, {"acosh", math.Acosh}, {"asin", math.Asin}, {"asinh", math.Asinh}, {"atan", math.Atan}, {"atanh", math.Atanh},
		{"cbrt", math.Cbrt}, {"cos", math.Cos}, {"cosh", math.Cosh}, {"erf", math.Erf}, {"erfc", math.Erfc}, {"erfcinv", math.Erfcinv},
		{"erfinv", math.Erfinv}, {"exp", math.Exp}, {"exp2", math.Exp2}, {"expm1", math.Expm1}, {"gamma", math.Gamma}, {"j0", math.J0}, {"j1", math.J1},
		{"log", math.Log}, {"log10", math.Log10}, {"log1p", math.Log1p}, {"log2", math.Log2}, {"logb", math.Logb},
		{"round_to_even", math.RoundToEven}, {"sin", math.Sin}, {"sinh", math.Sinh}, {"tan", math.Tan}, {"tanh", math.Tanh}, {"y0", math.Y0}, {"y1", math.Y1},
		{"round", math.Round}, {"floor", math.Floor}, {"ceil", math.Ceil}, {"trunc", math.Trunc}, {"sqrt", math.Sqrt},
	}
	for _, u := range unary {
		for i := range *n + len(special) {
			x := argument(r)
			if i < len(special) {
				x = special[i]
			}
			fmt.Fprintf(w, "%s %x %x\n", u.name, math.Float64bits(x), bits(u.f(x)))
		}
	}
	binary := []struct {
		name string
		f    func(float64, float64) float64
	}{
		{"atan2", math.Atan2}, {"dim", math.Dim}, {"hypot", math.Hypot}, {"max", math.Max}, {"min", math.Min}, {"rem", math.Mod},
		{"nextafter", math.Nextafter}, {"pow", math.Pow}, {"remainder", math.Remainder},
	}
	for _, b := range binary {
		for i := range *n * 3 {
			x, y := argument(r), argument(r)
			if i%8 == 0 {
				y = x
			}
			fmt.Fprintf(w, "%s %x %x %x\n", b.name, math.Float64bits(x), math.Float64bits(y), bits(b.f(x, y)))
		}
	}
	for range *n * 2 {
		x := argument(r)
		frac, exp := math.Frexp(x)
		fmt.Fprintf(w, "frexp %x %x %x\n", math.Float64bits(x), bits(frac), uint64(exp))
		fmt.Fprintf(w, "ilogb %x %x\n", math.Float64bits(x), uint64(math.Ilogb(x)))
		integer, fraction := math.Modf(x)
		fmt.Fprintf(w, "modf %x %x %x\n", math.Float64bits(x), bits(integer), bits(fraction))
		s, c := math.Sincos(x)
		fmt.Fprintf(w, "sincos %x %x %x\n", math.Float64bits(x), bits(s), bits(c))
		l, sign := math.Lgamma(x)
		fmt.Fprintf(w, "lgamma %x %x %x\n", math.Float64bits(x), bits(l), uint64(sign))
		k := r.Intn(2400) - 1200
		fmt.Fprintf(w, "ldexp %x %x %x\n", math.Float64bits(x), uint64(k), bits(math.Ldexp(x, k)))
		k = r.Intn(120) - 60
		fmt.Fprintf(w, "jn %x %x %x\n", uint64(k), math.Float64bits(x), bits(math.Jn(k, x)))
		fmt.Fprintf(w, "yn %x %x %x\n", uint64(k), math.Float64bits(x), bits(math.Yn(k, x)))
		k = r.Intn(800) - 400
		fmt.Fprintf(w, "pow10 %x %x\n", uint64(k), bits(math.Pow10(k)))
		a, b := float32(argument(r)), float32(argument(r))
		next := math.Float32bits(math.Nextafter32(a, b))
		if a != a || b != b {
			next = 0x7fc00000
		}
		fmt.Fprintf(w, "nextafter32 %x %x %x\n", math.Float32bits(a), math.Float32bits(b), next)
		if y := math.Abs(x); y <= math.MaxFloat64 {
			fmt.Fprintf(w, "reduce_pi %x %x\n", math.Float64bits(y), bits(reducePi(y)))
		}
		z := argument(r)
		y := argument(r)
		fmt.Fprintf(w, "fma %x %x %x %x\n", math.Float64bits(x), math.Float64bits(y), math.Float64bits(z), bits(math.FMA(x, y, z)))
	}
	for i := range kn {
		fmt.Fprintf(w, "norm_strip %x %x %x %x\n", i, kn[i], math.Float32bits(wn[i]), math.Float32bits(fn[i]))
	}
	for i := range ke {
		fmt.Fprintf(w, "exp_strip %x %x %x %x\n", i, ke[i], math.Float32bits(we[i]), math.Float32bits(fe[i]))
	}
	for range max(8, *n/1000) {
		key := [4]uint64{r.Uint64(), r.Uint64(), r.Uint64(), r.Uint64()}
		counter := uint32(r.Intn(4) * 4)
		var out [32]uint64
		block(&key, &out, counter)
		fmt.Fprintf(w, "blocks %x %x %x %x %x", key[0], key[1], key[2], key[3], counter)
		for _, word := range out {
			fmt.Fprintf(w, " %x", word)
		}
		fmt.Fprintln(w)
		seed := int64(r.Uint64())
		source := rand.New(rand.NewSource(seed))
		fmt.Fprintf(w, "seed %x %x\n", uint64(seed), source.Uint64())
	}
}

//go:linkname block internal/chacha8rand.block
func block(seed *[4]uint64, blocks *[32]uint64, counter uint32)

//go:linkname kn math/rand.kn
var kn [128]uint32

//go:linkname wn math/rand.wn
var wn [128]float32

//go:linkname fn math/rand.fn
var fn [128]float32

//go:linkname ke math/rand.ke
var ke [256]uint32

//go:linkname we math/rand.we
var we [256]float32

//go:linkname fe math/rand.fe
var fe [256]float32
