package main

import "fmt"

func rng(s *uint64) uint64 {
	*s ^= *s << 13
	*s ^= *s >> 7
	*s ^= *s << 17
	return *s
}

func main() {
	var x uint64 = 0x9e3779b97f4a7c15
	fmt.Println(x*x, x*x>>32, x/7, x%1000003)
	s := uint64(88172645463325252)
	for range 5 {
		fmt.Println(rng(&s))
	}
	y := int64(x)
	fmt.Println(y, y*y, y*3, y/3, y%1000)
	lcg := uint32(12345)
	for range 4 {
		lcg = lcg*1103515245 + 12345
		fmt.Print(lcg>>16&0x7fff, " ")
	}
	fmt.Println()
}
