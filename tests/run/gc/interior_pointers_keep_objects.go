package main

import (
	"fmt"
	"runtime"
)

type big struct {
	pad  [50]int
	name string
	arr  [10]struct{ x, y int }
}

func field() *string {
	b := &big{name: "kept"}
	return &b.name
}

func elem(i int) *int {
	b := new(big)
	b.arr[i].y = i * 7
	return &b.arr[i].y
}

func sub() []byte {
	s := make([]byte, 1000)
	s[500] = 42
	return s[500:501]
}

func main() {
	p, q, r := field(), elem(9), sub()
	str := fmt.Sprint("a long string that is made at run time ", 12345)[30:]
	for range 20_000 {
		_ = make([]int, 50)
	}
	runtime.GC()
	fmt.Println(*p, *q, r[0], str)
}
