package main

import (
	"fmt"
	"math/big"
)

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Printf("panic: %v (%T)\n", e, e)
		}
	}()
	f()
}

func main() {
	for _, base := range []int{-1, 1, 2, 36, 37, 62, 63, 1000} {
		for _, text := range []string{"", "-", "0", "-1a", "Z", "Inf"} {
			try(func() {
				x, ok := new(big.Int).SetString(text, base)
				fmt.Println(base, text, x, ok)
			})
			try(func() {
				x, _, err := big.ParseFloat(text, base, 10, 0)
				fmt.Println(base, text, x, err)
			})
		}
		try(func() { fmt.Println(big.NewInt(100).Text(base)) })
		try(func() { fmt.Println(string(big.NewInt(-100).Append([]byte("x"), base))) })
	}
}
