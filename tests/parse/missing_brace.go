package p

func a() {
	if x {
		y()

func b() {
}
