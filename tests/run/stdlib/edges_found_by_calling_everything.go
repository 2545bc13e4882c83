package main

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"net/url"
	"slices"
	"sort"
	"time"
)

func main() {
	nan := math.NaN()
	for _, a := range [][]float64{{}, {1}, {nan}, {nan, nan, 1, 2}, {nan, 1, 2, math.Inf(1)}} {
		for _, x := range []float64{nan, 0, 1, 5, math.Inf(-1)} {
			i, found := slices.BinarySearch(a, x)
			fmt.Print(sort.SearchFloat64s(a, x), sort.Float64Slice(a).Search(x), i, found, " ")
		}
		fmt.Println()
	}
	fmt.Println((&url.Error{Op: "Get", URL: "x\"y"}).Error(), (&url.Error{Err: errors.New("e")}).Error())
	for a := range 4 {
		fmt.Print(big.Accuracy(a-2), " ", big.RoundingMode(a*3), " ")
	}
	fmt.Println()
	for _, text := range []string{"", "1", "1x", "1.5.h", "9999999h"} {
		_, err := time.ParseDuration(text)
		fmt.Printf("%T %v\n", err, err)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		new(big.Int).Divide(big.NewInt(-64), big.NewInt(1000), big.NewInt(64), 100)
	}()
}
