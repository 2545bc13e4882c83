package main

func main() {
	L:
		if true {
			break L // ERROR "invalid break label L"
		}
	M:
		switch {
		case true:
			continue M // ERROR "invalid continue label M"
		}
	N: // ERROR "label N defined and not used"
		for {
			func() {
				break N // ERROR "break label not defined: N"
			}()
		}
}
