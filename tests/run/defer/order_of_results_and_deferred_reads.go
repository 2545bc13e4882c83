package main

import "fmt"

type rec struct{ log []string }

func (r *rec) add(s string) int { r.log = append(r.log, s); return len(r.log) }

func f(r *rec) (n int) {
	defer r.add("deferred 1")
	defer func() { n += r.add("deferred 2") * 100 }()
	return r.add("result")
}

func g() (p *int, v int) {
	x := 1
	defer func() { x = 50 }()
	return &x, x
}

func h() (s []int) {
	s = []int{1, 2, 3}
	defer func() { s[0] = 100 }()
	return s[:2]
}

func i() [2]int {
	a := [2]int{1, 2}
	defer func() { a[0] = 100 }()
	return a
}

func j() (a [2]int) {
	a = [2]int{1, 2}
	defer func() { a[0] = 100 }()
	return a
}

func k() (err error) {
	defer func() {
		if e := recover(); e != nil {
			err = e.(error)
		}
	}()
	var m map[string][]int
	return fmt.Errorf("never %d", m["a"][3])
}

func main() {
	r := &rec{}
	n := f(r)
	fmt.Println(n, r.log)
	p, v := g()
	fmt.Println(*p, v)
	fmt.Println(h(), i(), j())
	fmt.Println(k())
}
