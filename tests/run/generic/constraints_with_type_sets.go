package main

import "fmt"

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}

type number interface {
	integer | ~float32 | ~float64
}

type stringish interface {
	~string
	Len() int
}

type myStr string

func (s myStr) Len() int { return len(s) }

type temp float64
type small int8

func Sum[T number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func Conv[To, From number](f From) To { return To(f) }

func Half[T integer](x T) T { return x / 2 }

func Show[S stringish](s S) string { return string(s) + fmt.Sprint(s.Len()) }

func Bytes[T ~string | ~[]byte](t T) (n int) {
	for i := range len(t) {
		n += int(t[i])
	}
	return
}

func Neg[T integer](x T) T { return -x }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[temp](36.6, 0.4), Sum[float32]())
	fmt.Println(Conv[int](3.9), Conv[float64](small(-5)), Conv[small](300.0-44), Conv[int8](1000))
	fmt.Println(Half(7), Half(small(-7)), Neg(small(-128)))
	fmt.Println(Show(myStr("abc")), Bytes("ab"), Bytes([]byte{1, 2}))
	fmt.Printf("%T %T\n", Sum(small(100), small(100)), Conv[temp](1))
	fmt.Println(Sum(small(100), 100))
}
