package main

const (
	two     = 2 + 0i
	three   complex64 = 3
	precise = complex(1.1, 0)
)

type octet byte

func main() {
	var s string = two // ERROR "(untyped complex constant (2 + 0i))"
	s = three          // ERROR "(constant (3 + 0i) of type complex64)"
	s = 5i * 5i        // ERROR "(untyped complex constant (-25 + 0i))"
	_ = 1 << precise   // ERROR "(untyped complex constant (1.1 + 0i)) truncated to uint"
	for range two {    // ERROR "cannot range over two (untyped complex constant (2 + 0i))"
	}
	_ = -byte(1)           // ERROR "overflows byte"
	_ = octet(200) * 2     // ERROR "overflows byte"
	_ = uint8(200) + 100   // ERROR "overflows uint8"
	_ = rune(1<<31-1) + 1  // ERROR "overflows rune"
	const count float32 = 1.5
	_ = 1 << count // ERROR "invalid shift count count (constant 1.5 of type float32)"
	_ = s
}
