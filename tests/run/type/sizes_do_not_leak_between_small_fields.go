package main

import "fmt"

type packed struct {
	a uint8
	b int8
	c uint16
	d int16
	e bool
	f uint8
	g int32
	h float32
}

func main() {
	arr := make([]packed, 3)
	p := &arr[1]
	p.a, p.b, p.c, p.d, p.e, p.f, p.g, p.h = 255, -128, 65535, -32768, true, 200, -1<<31, -0.5
	fmt.Println(arr)
	p.a++
	p.b--
	p.c++
	p.d--
	p.f += 100
	p.g--
	fmt.Println(arr)
	bs := [5]bool{1: true, 3: true}
	bs[2] = bs[1] && bs[3]
	fmt.Println(bs)
	i8 := []int8{1, -1, 127}
	for i := range i8 {
		i8[i] *= 2
	}
	fmt.Println(i8)
	m := map[uint8]int16{255: -1}
	m[255]--
	k := uint8(254)
	k++
	fmt.Println(m[k], m)
}
