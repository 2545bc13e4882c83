package main

type I int

func main() {
	var i int
	var i64 int64
	var u uint
	var f float64
	var c complex128
	var n I
	_ = i + i64 // ERROR
	_ = i + n // ERROR
	i = i64 // ERROR
	i = n // ERROR
	_ = i + u // ERROR
	_ = f + i // ERROR
	_ = c + f // ERROR
	_ = f % 2 // ERROR
	_ = f << 1 // ERROR
	_ = f & 1 // ERROR
	_ = ^f // ERROR
	_ = c < c // ERROR
	_ = c % c // ERROR
	_ = !i // ERROR
	_ = i && i // ERROR
	_ = complex(i, i) // ERROR
	_ = complex(f, float32(f)) // ERROR
	_ = real(i) // ERROR
	_ = int(c) // ERROR
	_ = complex128(f) // ERROR
	_ = u == -1 // ERROR
	var r rune = i // ERROR
	var b byte = r // ERROR
	_ = i << f // ERROR
	_ = 1.5 << i // ERROR
	_ = i >> -2 // ERROR
	f++
	c++
	i += 1.5 // ERROR
	i += f // ERROR
	_ = i ** 2 // ERROR
	_ = b
}
