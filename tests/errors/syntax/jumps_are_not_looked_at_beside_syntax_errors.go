package main

func right() {
	switch {
	case true:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	break  // ERROR "break is not in a loop, switch, or select"
	goto L // ERROR "label L not defined"
M: // ERROR "label M defined and not used"
}

func wrong() {
	if { // ERROR "missing condition in if statement"
	}
	switch {
	case true:
		fallthrough
	}
	break
	goto L
M:
	fallthrough
	func() { break }() // ERROR "break is not in a loop, switch, or select"
}

func inside() {
	break
	func() {
		if { // ERROR "missing condition in if statement"
		}
		continue
	}()
	goto L
}

func after() {
	continue // ERROR "continue is not in a loop"
}
