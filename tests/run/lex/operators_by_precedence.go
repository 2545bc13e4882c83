package main

import "fmt"

func main() {
	fmt.Println(1+2*3, (1+2)*3, 10-4-3, 100/10/5, 2*3%4, -2*-3, - -5)
	fmt.Println(1<<2+1, 1+1<<2, 7&3|8, 6|1&4, 5^3&1, 12&^4*1, 3&2+1)
	fmt.Println(1 < 2 == true, 1+1 == 2 && 2*2 == 4 || false, !(1 > 2) && true, 3 > 2 == (2 > 1))
	a := []int{1, 2, 3}
	p := &a
	fmt.Println((*p)[1], -a[0], ^a[1], *&a[2], !(a[0] == 1))
	ch := make(chan int, 2)
	ch <- 1 + 2
	ch <- -3
	fmt.Println(<-ch*2, -<-ch)
	m := map[string]func(int) int{"f": func(n int) int { return n * n }}
	fmt.Println(m["f"](3)+1, len("abc")*2, [...]int{5, 6}[1], struct{ x int }{7}.x)
	var x uint8 = 200
	fmt.Println(x+100>>1, x>>1+1, x&0xf<<1, ^x&0xf)
}
