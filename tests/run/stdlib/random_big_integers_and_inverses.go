// Random numbers from the same source are the same ones; nothing has an inverse modulo 0.
package main

import (
	"fmt"
	"math/big"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(7))
	for _, n := range []uint{1, 8, 31, 32, 33, 63, 64, 65, 128, 200} {
		m := new(big.Int).Lsh(big.NewInt(1), n)
		fmt.Println(n, new(big.Int).Rand(r, m), new(big.Int).Rand(r, new(big.Int).Sub(m, big.NewInt(1))), r.Intn(1000))
	}
	fmt.Println(new(big.Int).Rand(r, big.NewInt(0)), new(big.Int).Rand(r, big.NewInt(-5)))
	for _, p := range [][2]int64{{3, 0}, {0, 5}, {0, 1}, {3, -7}, {-3, 7}, {2, 4}, {0, 0}, {1, 1}, {5, 1}} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println(p, "panic", r)
				}
			}()
			fmt.Println(p, new(big.Int).ModInverse(big.NewInt(p[0]), big.NewInt(p[1])))
		}()
	}
}
