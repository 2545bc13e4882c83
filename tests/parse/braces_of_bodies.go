package p

func f() {
	if x == (T{1}) {
	}
	for _, x := range []int{1, 2, 3} {
		_ = x
	}
	if v, ok := map[string]int{"a": 1}["a"]; ok {
	}
	if f := func() bool { return T{}.ok() }; f() {
	}
	switch x := (interface{})(nil).(type) {
	case struct{}:
		_ = x
	}
	for range [...]struct{ a int }{{1}, {2}} {
	}
	for i := 0; i < len(T{1, 2}.list); i++ {
	}
	if (struct{}{}) == y {
	}
	if x := [2]T{{}, {}}[0]; x.b {
	} else if y {
	} else {
	}
	switch {
	}
	switch x {
	}
	for {
	}
	select {}
	if f(T{1}, func() { for x {} }) {
	}
	for T := range ch {
	}
	var fs = []func(int) string{func(int) string { return "" }, nil}
	go func() {}()
	for x := range map[K][]V{} {
	}
	if s == struct{ f func() }{nil} {
	}
	{
		a[i] = b{c: {d: e}}
	}
}
