package main

import (
	"fmt"
	"math"
)

type (
	Int   int
	F32   float32
	Str   string
	Bytes []byte
	Runes []rune
	MyB   byte
	MyBs  []MyB
	S1    struct {
		a int `x:"1"`
		b struct{ c string }
	}
	S2 struct {
		a int
		b struct{ c string `y:"2"` }
	}
	P1  *struct{ a int }
	P2  *struct{ a int `t:""` }
	Fn  func(int) error
	Ch  chan int
	RCh <-chan int
	Arr [3]int
)

func conv[To, From ~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~float32 | ~float64](x From) To {
	return To(x)
}

func str[T ~string | ~[]byte | ~[]rune](x T) (string, []byte, []rune) { return string(x), []byte(string(x)), []rune(string(x)) }

func main() {
	for _, x := range []int64{0, 1, -1, 127, 128, -129, 255, 256, 32768, 65535, 1 << 31, -1 << 31, 1<<32 - 1, 1 << 53, 1<<53 + 1, math.MaxInt64, math.MinInt64} {
		fmt.Println(x, int8(x), int16(x), int32(x), int(x), uint8(x), uint16(x), uint32(x), uint64(x), uint(x), uintptr(x), float32(x), float64(x), Int(x), F32(x))
	}
	for _, f := range []float64{0, 0.5, -0.5, 1.9, -1.9, 127.99, 1e9, -1e9, 1<<30 + 0.5, -1 << 31} {
		fmt.Println(f, int(f), int32(f), int64(f), float32(f), Int(f), conv[int64](f), conv[float32](f))
	}
	for _, u := range []uint64{1 << 63, 1<<63 + 1024, 1<<64 - 1, 1<<24 + 1, 1<<53 + 1} {
		fmt.Println(u, float64(u), float32(u), int64(u), uint64(float64(u>>12)), conv[float32](u), conv[int8](u))
	}
	fmt.Println(float32(math.MaxFloat32), float32(1e-50), float32(math.Inf(-1)), float32(0.1) == 0.1, float64(float32(0.1)), complex64(complex(1e-50, 0.1)), complex128(complex64(0.1)))
	fmt.Println(string(rune('a')), string(rune(0x10FFFF)), string(rune(-1)), string(rune(0xD800)), Str(rune(0x65e5)), string(MyB('x')))
	fmt.Println(string([]byte{'h', 0xff}), Str(Bytes("hi")), string(Runes{0x65e5, -5}), Bytes("é"), Runes(Str("é\xff")), MyBs("ab"), string(MyBs{65}), []byte(nil) == nil, string([]rune(nil)) == "")
	fmt.Println(str("aé"))
	fmt.Println(str(Bytes("aé\xc3")))
	fmt.Println(str(Runes{'a', 0x110000}))
	s1 := S1{1, struct{ c string }{"c"}}
	s2 := S2(s1)
	s1 = S1(s2)
	p1 := P1(&struct{ a int }{5})
	p2 := P2(p1)
	p2.a = 6
	fmt.Println(s2, s1, p1.a, (*struct{ a int })(p2).a)
	fn := Fn(func(int) error { return nil })
	fmt.Println(fn(1), (func(int) error)(fn)(2), Fn(nil) == nil, (func())(nil) == nil, (*int)(nil) == nil, (chan int)(nil), Ch(nil) == nil, []int(nil) == nil, map[string]int(nil) == nil, any(nil), error(nil) == nil, (interface{ M() })(nil) == nil)
	c := make(Ch, 1)
	c <- 3
	fmt.Println(<-RCh((<-chan int)(c)), (<-chan int)(c) == nil, len((chan<- int)(c)))
	sl := []int{1, 2, 3, 4}
	arr := Arr(sl)
	pa := (*Arr)(sl)
	pb := (*[2]int)(sl[1:])
	pa[1] = 20
	pb[1] = 30
	fmt.Println(arr, sl, *pb, [0]int(sl), [4]int(sl) == [4]int{1, 20, 30, 4}, len((*[0]int)(nil)))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println([5]int(sl))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println((*[5]int)(sl))
	}()
	b := []byte("abc")
	st := string(b)
	b[0] = 'X'
	r := []rune(st)
	r[0] = 'Y'
	fmt.Println(st, string(b), string(r))
	var e error = fmt.Errorf("e")
	fmt.Println(fmt.Stringer(nil) == nil, any(e) == any(error(e)), interface{ Error() string }(e).Error())
	const big = 1 << 40
	fmt.Println(uint8(big>>36), int8(-128), float32(big), rune(big>>33), Int(1e3), uint16('é'), complex64(1), F32(2)/3, float64(F32(0.1)))
	fmt.Printf("%T %T %T %T\n", Int(1)+2, F32(1)*2, Str("a")+"b", MyB('a')-1)
	var i8 int8 = -1
	fmt.Println(uint16(i8), uint16(uint8(i8)), int32(uint32(i8)), uint64(i8)>>60, byte(300&0xff), int8(i8<<7), ^i8)
}
