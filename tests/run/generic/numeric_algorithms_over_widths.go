package main

import "fmt"

type Int interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

func GCD[T Int](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func Pow[T Int](b T, e uint) (r T) {
	r = 1
	for ; e > 0; e >>= 1 {
		if e&1 == 1 {
			r *= b
		}
		b *= b
	}
	return
}

func Bits[T Int](x T) (n int) {
	for i := 0; i < 64 && x != 0; i++ {
		if x&1 == 1 {
			n++
		}
		x >>= 1
		if x == ^T(0) {
			break
		}
	}
	return
}

func MaxOf[T Int]() T {
	var zero T
	m := ^zero
	if m > 0 {
		return m
	}
	x := T(1)
	for x<<1 > x {
		x = x<<1 | 1
	}
	return x
}

func Sum[T Int | ~float32 | ~float64 | ~string](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func main() {
	fmt.Println(GCD(48, 18), GCD(uint8(200), 120), GCD(int64(1<<40), 1<<33))
	fmt.Println(Pow(2, 10), Pow(int8(3), 5), Pow(uint8(3), 7), Pow(uint64(3), 40), Pow(int32(-2), 31))
	fmt.Println(Bits(uint8(255)), Bits(int16(0x7f0f)), Bits(uint64(1<<63)))
	fmt.Println(MaxOf[int8](), MaxOf[uint8](), MaxOf[int16](), MaxOf[int32](), MaxOf[uint32](), MaxOf[int64](), MaxOf[uint64]())
	fmt.Println(Sum(1, 2), Sum[int8](100, 100), Sum(0.1, 0.2), Sum[float32](0.1, 0.2), Sum("a", "b"))
}
