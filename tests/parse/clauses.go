package p

func f() {
	switch x {
	case 1:
		2:
	case 3:
		f() case 4:
		label:
	default:
		g() h()
	}
	select {
	case 5
	case v := <-ch: f()
	}
	switch {
	if x {}
	case 6:
	}
}
