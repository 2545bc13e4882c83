package p

func f() {
	if ok(g(x) {
		y()
	}
	var a := 1
	for i, v x {
	}
	m := map[string]int{
		"a": 1
		"b": 2,
	}
	fmt.Println("a"
	z := 2
	if x == 1 {
	}
	else {
	}
	switch x {
		y()
	case 1:
	}
	const c 10
	x = []
}

func () noReceiver() {}
func (a, b T) two() {}
func {
}
func h(a int, string) {}
func k(a ...int, b int) (c ...int) {}
