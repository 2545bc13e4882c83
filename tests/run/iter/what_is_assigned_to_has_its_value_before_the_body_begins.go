package main

import "fmt"

func pairs(yield func(int, string) bool) {
	for i, s := range []string{"a", "b", "c"} {
		if !yield(i, s) {
			return
		}
	}
}

func stubborn(yield func(int) bool) {
	for i := range 3 {
		yield(i)
	}
}

// The loop is over when the iterator goes on, but the variable has been set.
func over() (r int) {
	defer func() { fmt.Println(recover(), r) }()
	for r = range stubborn {
		break
	}
	return
}

func overPairs() {
	var s []string
	i := 7
	defer func() { fmt.Println(recover(), i) }()
	for i, s[1] = range pairs {
		fmt.Println("not reached")
	}
}

type box struct {
	n int
	s string
}

func main() {
	over()
	overPairs()
	// Other than in a loop over a slice, the second operand sees the first.
	var a [4]string
	i := 3
	for i, a[i] = range pairs {
		fmt.Printf("%d %q\n", i, a)
	}
	var b box
	for b.n, b.s = range pairs {
		fmt.Println(b)
	}
	p := &b
	for p.n = range pairs {
		p = &box{}
	}
	fmt.Println(b, *p)
	m := map[int]string{}
	for i, m[i] = range pairs {
	}
	fmt.Println(m)
}
