package p

func f() {
	x, y := 1, 2
	x += 1; y &^= x
	x++
	y--
	ch <- v
	v, ok = <-ch
	go f(x)
	defer func() { recover() }()
	const a, b = iota, "s"
	const (
		c = 1 << iota
		d
		_
		e, g float64 = 1, 2
		h, i
	)
	type t = int
	var z, w T = 1, 2
L:
	for i := 0; i < 10; i++ {
		if i == 5 {
			continue L
		} else if i == 6 {
			break L
		}
		goto M
	M:
	}
	for x < 5 {
	}
	for ; ; {
	}
	for i := range 10 {
	}
	for a[0], b.c = range m {
	}
	for range f {
	}
	switch x := y; x {
	case 1, 2:
		fallthrough
	default:
		return
	}
	switch y := x.(type) {
	case nil, *T, []int, func(), chan int:
	}
	switch x.(type) {
	}
	select {
	case v := <-ch:
	case ch <- 1:
	case <-done:
		return x, y
	default:
	}
	;
	{
	}
}
