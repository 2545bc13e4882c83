package main

import "fmt"

type (
	a = (int)
	b func((int), ...(string)) (func() (error), (bool))
	c chan (<-chan int)
	d <-chan (chan<- int)
	e [2](*[3]int)
	f map[(string)]([]func())
)

func g(func(int) int, func(a, b int) (c int)) func() func() int {
	return func() func() int { return func() int { return 7 } }
}

func main() {
	var x (int) = (5)
	var p *(*int)
	q := &x
	p = &q
	fmt.Println((*(*p))+((x)), (((1+2)))*3)
	fmt.Printf("%T %T %T %T %T %T\n", a(1), b(nil), c(nil), d(nil), e{}, f(nil))
	fmt.Println(g(nil, nil)()(), ((*[]int)(nil)) == nil, (func())(nil) == nil, (<-chan int)(nil) == nil)
	var h interface {
		m(int) (string, error)
	}
	fmt.Println(h == nil, [...](int){1, 2}, []([]int){{1}}, (map[string]int)(nil) == nil)
	if (x == 5) && (func() bool { return true })() {
		fmt.Println("if with parentheses")
	}
	for _, v := range ([]int{1, 2}) {
		fmt.Print(v)
	}
	switch (x) {
	case (5):
		fmt.Println(" five")
	}
	fmt.Println((struct{ n int }{3}).n, (&struct{ n int }{4}).n, [](struct{}){{}})
}
