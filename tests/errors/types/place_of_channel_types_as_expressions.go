package main

func f(int) {}
func main() {
	_ = <-chan int // ERROR "<-chan int (type) is not an expression"
	_ = (<-chan int) // ERROR "(<-chan int) (type) is not an expression"
	f(<-chan int) // ERROR "<-chan int (type) is not an expression"
	_ = <-chan (int)(nil)
	_ = (<-chan int)(3) // ERROR "cannot convert 3 (untyped int constant) to type <-chan int"
	var x <-chan int = 3 // ERROR "declared and not used: x" "cannot use 3 (untyped int constant) as <-chan int value in variable declaration"
	f(<-chan int(nil))
	_ = <-chan<- chan int // ERROR "<-chan <-chan int (type) is not an expression"
	f([]<-chan int) // ERROR "[]<-chan int (type) is not an expression"
	_ = map[<-chan int]string // ERROR "map[<-chan int]string (type) is not an expression"
	_ = <-chan func() // ERROR "<-chan func() (type) is not an expression"
}
