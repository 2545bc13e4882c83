package p

func f() {
	x := "größe" + 
	if x {
	y := 'ab'
	日本語 := 1 1
}
