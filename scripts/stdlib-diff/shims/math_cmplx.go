package cmplx

import (
	"math/cmplx"
	_ "unsafe" // for linkname
)

var _ = cmplx.Abs

//go:linkname reducePi math/cmplx.reducePi
func reducePi(x float64) float64
