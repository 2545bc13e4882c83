package p

func f() {
	t := go g()
	go g()
}
