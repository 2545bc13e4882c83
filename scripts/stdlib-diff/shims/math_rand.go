package rand

import (
	"math/rand"
	"reflect"
	_ "unsafe" // for linkname
)

func fillState(state []int64, seed int64) {
	vec := reflect.ValueOf(rand.NewSource(seed)).Elem().FieldByName("vec")
	for i := range state {
		state[i] = vec.Index(i).Int()
	}
}

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

func zigNorm(i int) (uint32, float32, float32) { return kn[i], wn[i], fn[i] }

func zigExp(i int) (uint32, float32, float32) { return ke[i], we[i], fe[i] }
