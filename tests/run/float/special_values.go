package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	inf, nan := 1/zero, zero/zero
	fmt.Println(inf, -inf, nan, -zero, 1/(-zero))
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, !(nan < 1))
	fmt.Println(inf > math.MaxFloat64, -inf < inf, inf == inf, inf-inf, inf*0)
	fmt.Println(math.IsNaN(nan), math.IsInf(-inf, -1), math.Signbit(math.Copysign(0, -1)))
	fmt.Println(0.0 == math.Copysign(0, -1))
	big, tiny := math.MaxFloat64, math.SmallestNonzeroFloat64
	fmt.Println(big*2, tiny/2)
	fmt.Println(math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32)
	var f32 float32 = 16777216
	fmt.Println(f32+1, f32+2, float32(0.1), float64(float32(0.1)))
}
