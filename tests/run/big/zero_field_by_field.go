// Tests compare numbers with reflect.DeepEqual, for which nil and empty are not the same.
package main

import (
	"fmt"
	"math/big"
	"reflect"
)

func main() {
	var zero big.Int
	same := func(x *big.Int) bool { return reflect.DeepEqual(zero, *x) }
	text, _ := new(big.Int).SetString("0", 10)
	five := big.NewInt(5)
	five.SetUint64(0)
	a, b := big.NewInt(3), big.NewInt(-3)
	fmt.Println(same(big.NewInt(0)), same(new(big.Int).SetUint64(0)), same(new(big.Int).SetBytes(nil)), same(new(big.Int).SetBytes([]byte{0})))
	fmt.Println(same(text), same(five), same(new(big.Int).Set(&zero)), same(new(big.Int).Neg(&zero)))
	fmt.Println(same(new(big.Int).Sub(a, a)), same(new(big.Int).Add(a, b)), same(new(big.Int).Mul(a, &zero)), same(new(big.Int).Add(&zero, &zero)))
	fmt.Println(a.Sub(a, a), b.Add(b, big.NewInt(3)), five, text.Cmp(five))
}
