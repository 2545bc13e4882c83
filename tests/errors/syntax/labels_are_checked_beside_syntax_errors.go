package main

func before(z bool) {
	switch {
	case z:
	unused: // ERROR "label unused defined and not used"
	}
}

func wrong() {
	var x int
	switch x {
	case 1:
		2: // ERROR "syntax error: unexpected : at end of statement"
	case 2:
	}
}

func after(z bool) {
	switch {
	case z:
	again: // ERROR "label again defined and not used"
	}
	switch {
	case z:
	again: // ERROR "label again already defined at labels_are_checked_beside_syntax_errors.go:22:2"
		_ = func() {
			goto nowhere // ERROR "label nowhere not defined"
		}
	}
}
