package p

var (
	_ = a + b*c - d<<e&f | g&&h || i == j
	_ = a || b && c == d + e*f
	_ = -x * !y ^ ^z &^ &w
	_ = <-c + *p.q
	_ = <-chan int(nil)
	_ = (<-chan int)(nil)
	_ = make(<-chan <-chan int)
	_ = make(chan<- chan<- int, 1)
	_ = <-chan<- chan int(x)
	_ = x.(T).y.(interface{ M() })
	_ = a[1:2:3]
	_ = a[:]
	_ = a[i:]
	_ = f(x...)
	_ = f(a, b...,)
	_ = []*T{&T{1}, {2}}
	_ = map[[2]int]T{{1, 2}: {a: 1}, k: v,}
	_ = interface{ M() }.M
	_ = (*T).m
	_ = struct{ a, b int; c string `tag`; T; *U; pkg.V "x" }{}
	_ = x.y[z].w(1)(2)
	_ = chan (<-chan int)(nil)
	_ = [...]string{2: "a", "b"}
)
