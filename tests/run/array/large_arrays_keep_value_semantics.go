package main

import "fmt"

type big struct {
	head int
	data [40]int
	tail string
}

func mod(b big) big {
	b.data[3] = 33
	b.tail = "mod"
	return b
}

func main() {
	var a big
	a.data[39] = 1
	b := a
	b.data[39] = 2
	b.head++
	c := mod(a)
	fmt.Println(a.data[39], b.data[39], a.head, b.head, c.data[3], a.data[3], c.tail, a.tail == "")
	arr := []big{a, b}
	arr[0].data[0] = 5
	fmt.Println(a.data[0], arr[0].data[0])
	for _, v := range arr {
		v.data[0] = 99
	}
	fmt.Println(arr[0].data[0], arr[1].data[0])
	p := &arr[1].data
	p[1] = 11
	fmt.Println(arr[1].data[1], a == b, a == a)
	m := map[int]big{1: a}
	x := m[1]
	x.head = 8
	fmt.Println(m[1].head, m[2].tail == "")
	var i any = a
	a.head = 4
	fmt.Println(i.(big).head, i == any(b))
	a, b = b, a
	fmt.Println(a.head, b.head)
	swap := [2]big{a, b}
	swap[0], swap[1] = swap[1], swap[0]
	fmt.Println(swap[0].head, swap[1].head)
	f := func() big { return a }
	a.head = 1000
	fmt.Println(f().head, f().data[39])
}
