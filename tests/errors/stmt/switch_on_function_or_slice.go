package main

func main() {
	f := func() {}
	switch f {
	case nil:
	case f: // ERROR "invalid case f in switch on f (func can only be compared to nil)"
	}
	s := []int{}
	switch s {
	case nil:
	case s: // ERROR "invalid case s in switch on s (slice can only be compared to nil)"
	}
}
