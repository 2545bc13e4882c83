package main

func a() {
	goto L // ERROR
	x := 1
	_ = x
L:
	goto M // ERROR
	{
	M:
	}
	goto N // ERROR
	break // ERROR
	continue // ERROR
L: // ERROR
	for {
		break L // ERROR
		continue L // ERROR
	}
unused: // ERROR
	switch {
	case true:
		continue // ERROR
		fallthrough // ERROR
	}
S:
	switch {
	case true:
		break S
		continue S // ERROR
	default:
		break
	}
	if true {
	I:
		break I // ERROR
	}
	func() {
		break L // ERROR
		goto L // ERROR
	}()
O:
	for {
		func() {
			continue O // ERROR
		}()
		break O
	}
	switch {
	case true:
		if true {
			fallthrough // ERROR
		}
	}
	switch any(1).(type) {
	case int:
		fallthrough // ERROR
	}
	select {
	default:
		fallthrough // ERROR
	}
	fallthrough // ERROR
	goto V // ERROR
	var v int
V:
	_ = v
	if false {
		goto W // ERROR
	}
	for i := 0; i < 1; i++ {
	W:
	}
B:
	{
		break B // ERROR
	}
	goto O
}

func main() {}
