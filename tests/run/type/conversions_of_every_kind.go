package main

import "fmt"

type (
	celsius float64
	str     string
	bytes   []byte
	ints    []int
	strs    map[string]int
	f       func() int
	iface   interface{ M() int }
	impl    struct{}
)

func (impl) M() int { return 7 }

func main() {
	c := celsius(36)
	fmt.Println(float64(c)+1, int(c), celsius(int8(-3)), float32(c)/7)
	s := str("héé")
	fmt.Println(string(s)+"!", []byte(s), []rune(s), bytes(s), len(bytes("x")))
	fmt.Println(str(bytes{65, 66}), string(bytes{67}), str([]rune{0x4e16}), string(rune('a'+1)))
	fmt.Println([]int(ints{1}), ints([]int{2}), map[string]int(strs{"a": 1}), f(func() int { return 3 })())
	var i iface = iface(impl{})
	fmt.Println(i.M(), any(i).(iface).M(), interface{ M() int }(i).M())
	p := (*int)(nil)
	fmt.Println(p == nil, (func())(nil) == nil, []int(nil) == nil, error(nil) == nil)
	arr := [2]int([]int{4, 5})
	fmt.Println(arr, *(*[1]int)(arr[:]))
	ch := make(chan int, 1)
	var ro <-chan int = (<-chan int)(ch)
	fmt.Println(cap(ro), uint8(300&0xff), int64(float32(16777217)), bool(1 < 2))
	x := 3.99
	fmt.Println(int(x), int(-x), uint32(x), complex128(complex64(complex(x, 1))) == complex(x, 1))
}
