package rand

import (
	"math/rand/v2"
	_ "unsafe" // for linkname
)

var _ = rand.Int

func blocks(key []uint64, buf []uint64, counter uint32) {
	block((*[4]uint64)(key), (*[32]uint64)(buf), counter)
}

//go:linkname block internal/chacha8rand.block
func block(seed *[4]uint64, blocks *[32]uint64, counter uint32)

//go:linkname kn math/rand/v2.kn
var kn [128]uint32

//go:linkname wn math/rand/v2.wn
var wn [128]float32

//go:linkname fn math/rand/v2.fn
var fn [128]float32

//go:linkname ke math/rand/v2.ke
var ke [256]uint32

//go:linkname we math/rand/v2.we
var we [256]float32

//go:linkname fe math/rand/v2.fe
var fe [256]float32

func zigNorm(i int) (uint32, float32, float32) { return kn[i], wn[i], fn[i] }

func zigExp(i int) (uint32, float32, float32) { return ke[i], we[i], fe[i] }
