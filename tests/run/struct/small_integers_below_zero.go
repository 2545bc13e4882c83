package main

import "fmt"

type T struct {
	a int32
	b int
}
type U struct {
	a int8
	b string
	c int16
	d float32
	e int
}

func main() {
	p := &T{b: 5}
	p.a = -1
	x := *p
	fmt.Println(x.a, int(x.a), x.a < 0, x.b)
	s := []T{{-2, 1}, {3, -4}}
	s[1].a--
	s[0].a -= 5
	for _, v := range s {
		fmt.Println(v.a, v.a < 0, v)
	}
	s[0], s[1] = s[1], s[0]
	q := &s[1]
	q.a = -128
	y := *q
	fmt.Println(int64(y.a), y == T{-128, 1}, map[T]int{y: 1}[T{-128, 1}])
	us := make([]U, 2)
	us[0].a, us[0].c, us[0].d = -7, -300, -1.5
	us[1] = us[0]
	z := us[1]
	fmt.Println(int(z.a), int(z.c), z.d, z)
	m := map[string]U{"k": z}
	w := m["k"]
	fmt.Println(int(w.a)+int(w.c), w.a < 0)
	c := make(chan U, 1)
	us[0].a = -100
	c <- us[0]
	v := <-c
	fmt.Println(int(v.a), any(v).(U).a < 0)
}
