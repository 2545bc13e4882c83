package main

import (
	"fmt"
	"math/rand"
)

func main() {
	a, b := rand.New(rand.NewSource(42)), rand.New(rand.NewSource(42))
	same := true
	for range 100 {
		if a.Intn(1000) != b.Intn(1000) {
			same = false
		}
	}
	fmt.Println(same)
	for range 1000 {
		if n := rand.Intn(10); n < 0 || n > 9 {
			fmt.Println("BUG", n)
		}
		if f := rand.Float64(); f < 0 || f >= 1 {
			fmt.Println("BUG", f)
		}
	}
	p := rand.Perm(10)
	seen := map[int]bool{}
	for _, v := range p {
		seen[v] = true
	}
	fmt.Println(len(p), len(seen))
	s := []int{1, 2, 3, 4}
	rand.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	sum := 0
	for _, v := range s {
		sum += v
	}
	fmt.Println(sum)
	r := rand.New(rand.NewSource(1))
	fmt.Println(r.Intn(100), r.Intn(100), r.Intn(100), r.Float64())
}
