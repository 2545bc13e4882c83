package main

func main() {
	a‿b := 1 // ERROR
	x² := 2 // ERROR
	a·b := 3 // ERROR
	é̀ := 4 // ERROR
	a$ := 5 // ERROR
	b? := 6 // ERROR
	c@d := 7 // ERROR
	“quoted” // ERROR
	x − 1 // ERROR
	#y // ERROR
}
