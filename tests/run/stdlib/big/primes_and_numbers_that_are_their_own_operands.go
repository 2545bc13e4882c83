package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math/big"
)

func main() {
	n := new(big.Int).Exp(big.NewInt(2), big.NewInt(127), nil)
	for i := range int64(60) {
		c := new(big.Int).Sub(n, big.NewInt(i))
		if c.ProbablyPrime(0) {
			fmt.Println("2^127 -", i)
		}
	}
	count := 0
	for i := range int64(3000) {
		if big.NewInt(i).ProbablyPrime(0) {
			count++
		}
	}
	fmt.Println(count)
	// A product of two primes that passes for each of the first bases, of primes below 300 and more.
	for _, s := range []string{
		"3317044064679887385961981", "318665857834031151167461", "3825123056546413051",
		"1195068768795265792518361315725116351898245581", // passes for the first 46 primes
		"803837457453639491257079614341942108138837688287558145837488917522297427376533365218650233616396004545791504202360320876656996676098728404396540823292873879185086916685732826776177102938969773947016708230428687109997439976544144845341155872450633409279022275296229414984230688168540432645753401832978611129896064484521619165287259753490066" +
			"15",
		"9746347772161", "1000000007", "1000000011", "341550071728321", "25",
	} {
		x, ok := new(big.Int).SetString(s, 10)
		fmt.Println(x.ProbablyPrime(0), x.ProbablyPrime(3), ok)
	}

	fmt.Println(new(big.Int).Binomial(5, -1), new(big.Int).Binomial(5, 2), new(big.Int).Binomial(2, 5))
	_, ok := new(big.Rat).SetString("13e-9223372036854775808")
	fmt.Println(ok)
	x := big.NewRat(2, 3)
	fmt.Println(x.SetFrac(big.NewInt(3), x.Num()))
	x = big.NewRat(2, 3)
	fmt.Println(x.SetFrac(x.Denom(), x.Num()))

	// Elements that are nil write themselves.
	var buf bytes.Buffer
	fmt.Println(gob.NewEncoder(&buf).Encode([]*big.Int{big.NewInt(1), nil, big.NewInt(3)}))
	var list []*big.Int
	fmt.Println(gob.NewDecoder(&buf).Decode(&list), list)
}
