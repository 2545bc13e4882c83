package main

func main() {
	var s chan<- int
	var r <-chan int
	var c chan int
	var x int
	var str string // ERROR
	select {
	case <-s: // ERROR
	case r <- 1: // ERROR
	case c <- "a": // ERROR
	case str = <-c: // ERROR
	case x, str = <-c: // ERROR
	case x, y := <-c: // ERROR
	case x := <-c: // ERROR
	case x = <-c:
	case <-x: // ERROR
	case x <- 1: // ERROR
	}
	select {
	case c <- 2:
	}
}
func g() {
	var c chan int
	select {
	case c: // ERROR
	case 1 + 2: // ERROR
	case x := 1: // ERROR
	case f(): // ERROR
	case c <- 1:
		fallthrough // ERROR
	default:
		break
	}
	select {
	default:
	default: // ERROR
	}
	for {
		select {
		case <-c:
			continue
		}
		goto L
	}
	break // ERROR
L:
}
func f() int { return 1 }
func h() int {
	select {}
}
func h2() int {
	var c chan int
	select {
	case <-c:
		return 1
	}
}
func h3() int {
	var c chan int
	select {
	case <-c:
		break
	default:
		return 1
	}
} // ERROR
func h4() int {
L:
	select {
	default:
		for {
			break L
		}
	}
} // ERROR
