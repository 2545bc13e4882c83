package main

import (
	"fmt"
	"time"
)

type Bits uint8

const (
	A = iota
	B
	C = "s"
	D
	E = iota
	F, G = iota, iota * 10
	_, _
	H, I
)
const J = iota
const (
	F0 Bits = 1 << iota
	F1
	_
	F3
	All = F0 | F1 | F3
	Big = 1 << (10 * (iota + 1))
)
const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
	TB
	PB
	EB
	ZB
	YB
)
const (
	u         = iota * 42
	v float64 = iota * 42
	w         = iota * 42
	x         = len("abc") + iota
	y
)
const (
	s0, t0 = iota, -(iota + 1) << iota
	s1, t1
	s2, t2
)
const (
	l = len([iota + 1]int{})
	m
)

type Month int

const (
	Jan Month = 1 + iota
	Feb
	Mar
)

func (m Month) String() string { return [...]string{"Jan", "Feb", "Mar"}[m-1] }

const (
	T0 time.Duration = iota * time.Second
	T1
	T2
)

func main() {
	fmt.Println(A, B, C, D, E, F, G, H, I, J)
	fmt.Printf("%v %v %v %v %T %v\n", F0, F1, F3, All, All, Big)
	fmt.Println(KB, MB, GB, TB, PB, EB, float64(ZB), YB/ZB, YB>>70)
	fmt.Println(u, v, w, x, y, s0, t0, s1, t1, s2, t2, l, m)
	fmt.Printf("%T %T %T %v %d %v %v\n", u, v, w, Feb, Feb, Mar, []Month{Jan, Mar})
	fmt.Println(T0, T1, T2)
	const (
		a = iota + J
		b
		c, d = iota, A
	)
	const iota = 7
	const (
		p = iota
		q
	)
	fmt.Println(a, b, c, d, p, q)
	{
		const (
			A = iota + 100
			B = A + iota
			C
		)
		fmt.Println(A, B, C)
	}
	const typed int8 = 100
	const untyped = typed/3*3 + 1
	fmt.Printf("%T %v\n", untyped, untyped)
	var arr [m]string
	fmt.Println(len(arr), [H]int{}[A], map[Bits]string{F1: "f1"}[2])
	switch Bits(2) {
	case F0:
		fmt.Println("F0")
	case F1:
		fmt.Println("F1")
	}
}
