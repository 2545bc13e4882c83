package main

import (
	"fmt"
	"math/big"
)

func main() {
	for _, s := range []string{"1p-2147483649", "1p-2147483650", "1p2147483646", "1p2147483647", "0x.8p2147483647", "1e-2147483649", "1e99999999999", "0x1p-2147483650"} {
		f, _, err := big.ParseFloat(s, 0, 64, big.ToNearestEven)
		if err != nil {
			fmt.Println(s, err)
			continue
		}
		fmt.Println(s, f.MantExp(nil), f.Text('p', 0))
	}
	f, _, err := big.ParseFloat("0e99999999999", 10, 64, big.ToNearestEven)
	fmt.Println(f, err)
}
