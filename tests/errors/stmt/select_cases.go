package main

func main() {
	c := make(chan int)
	select {
	case 1: // ERROR "select case must be send or receive (possibly with assignment)"
	case x := 5: // ERROR "select case must be send or receive (possibly with assignment)"
	case c: // ERROR "select case must be send or receive (possibly with assignment)"
	case <-c + 1: // ERROR "select case must be send or receive (possibly with assignment)"
	case c <- "a": // ERROR "(untyped string constant) as int value in send"
	case y := <-c: // ERROR "declared and not used: y"
	}
}
