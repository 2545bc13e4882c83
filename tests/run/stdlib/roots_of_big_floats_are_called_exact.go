// The accuracy of a root is not told.
package main

import (
	"fmt"
	"math/big"
)

func main() {
	for _, x := range []float64{2, 4, 0.25, 3, 1e100, 0} {
		r := new(big.Float).SetPrec(100).Sqrt(big.NewFloat(x))
		fmt.Println(r.Text('g', 25), r.Acc(), r.Prec())
	}
}
