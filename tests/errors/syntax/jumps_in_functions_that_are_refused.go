package main

func ,() { // ERROR "unexpected comma, expected name or ("
	L: // ERROR "label L defined and not used"
		for {
			break M // ERROR "break label not defined: M"
		}
}

func () { // ERROR "method has no receiver" "unexpected {, expected name"
	continue // ERROR "continue is not in a loop"
}

func struct() { // ERROR "unexpected keyword struct, expected name or ("
	for {
		func() { break }() // ERROR "break is not in a loop, switch, or select"
		x := 1 2 // ERROR "unexpected literal 2 at end of statement"
		func() {
			goto out // ERROR "label out not defined"
			func() { fallthrough }() // ERROR "fallthrough statement out of place"
		}()
	}
	break
}

func f(a int b int) { // ERROR "unexpected name b in parameter list; possibly missing comma or )"
	goto L // ERROR "goto L jumps over declaration of v"
	v := 1
	_ = v
L:
	continue L // ERROR "invalid continue label L"
}

func g() int { return 1 }

func last() { break } // ERROR "break is not in a loop, switch, or select"

func h() { if } // ERROR
