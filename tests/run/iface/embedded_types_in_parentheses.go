package main

import "fmt"

type Shower interface {
	(fmt.Stringer)
	(interface{ Show() })
}

type number interface {
	(int) | (float64)
}

type pointer interface {
	(*int)
}

type name string

func (n name) String() string { return string(n) }
func (n name) Show()          { fmt.Println("shown:", n.String()) }

func sum[N number](list ...N) (total N) {
	for _, n := range list {
		total += n
	}
	return total
}

func at[P pointer](p P) int { return *p }

func first[T interface{ ([]int) }](list T) int { return list[0] }

func main() {
	var s Shower = name("one")
	s.Show()
	n := 7
	fmt.Println(sum(1, 2, 3), sum(1.5, 2.5), at(&n), first([]int{9}))
}
